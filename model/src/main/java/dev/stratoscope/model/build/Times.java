package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.LayerEntry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The times that files have in layers. */
final class Times {
    private Times() {}

    /** The same entries, none later than the epoch; where there is none, as they are. */
    static List<LayerEntry> none(List<LayerEntry> entries, @Nullable Instant epoch) {
        return epoch == null
                ? entries
                : entries.stream()
                        .map(
                                one ->
                                        new LayerEntry(
                                                one.path(),
                                                noLater(one.attributes(), epoch),
                                                one.file()))
                        .toList();
    }

    /** The same attributes, with the epoch in the place of a later time. */
    static Attributes noLater(Attributes attributes, Instant epoch) {
        return attributes.mtime().isAfter(epoch)
                ? attributes.at(epoch.getEpochSecond(), epoch.getNano())
                : attributes;
    }
}
