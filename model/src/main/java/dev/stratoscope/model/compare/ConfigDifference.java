package dev.stratoscope.model.compare;

import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.image.ConfigValues;
import dev.stratoscope.model.image.ImageConfig;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that two configs differ in. DiffIDs are not among them: layers are compared by
 * themselves.
 *
 * @param changes by section, then by key, the history's from its oldest step; empty when the
 *     configs say the same
 */
public record ConfigDifference(List<ConfigChange> changes) {
    private static final Comparator<String> BY_TEXT = Comparator.naturalOrder();
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(BY_TEXT);

    /** Copies the list. */
    public ConfigDifference {
        changes = List.copyOf(changes);
    }

    /** Compares two configs; the history by the pairs of steps that belong together. */
    public static ConfigDifference between(
            ImageConfig before, ImageConfig after, Alignment steps, Ignored ignored) {
        List<ConfigChange> changes = new ArrayList<>();
        Map<Section, Map<String, String>> old = values(before.values(), ignored);
        Map<Section, Map<String, String>> now = values(after.values(), ignored);
        for (Section section : Section.values()) {
            Comparator<String> order = section == Section.ONBUILD ? BY_NUMBER : BY_TEXT;
            if (section == Section.ENV && !ignored.order()) {
                addOrder(before.values().env(), after.values().env(), changes);
            }
            add(
                    section,
                    old.getOrDefault(section, Map.of()),
                    now.getOrDefault(section, Map.of()),
                    order,
                    changes);
        }
        HistoryChanges.add(before.history(), after.history(), steps, ignored, changes);
        return new ConfigDifference(changes);
    }

    /**
     * How many steps of the history differ by their time alone: by {@code created}, and by the ID
     * of the image that classic builders note they went on from.
     */
    public int timeOnlySteps() {
        return HistoryChanges.timeOnlySteps(changes);
    }

    /** The changes but for the times of the history's steps and those IDs, which go with them. */
    public List<ConfigChange> besidesStepTimes() {
        return changes.stream().filter(change -> !HistoryChanges.isStepTime(change)).toList();
    }

    /** The changes that {@link #besidesStepTimes} leaves out. */
    public List<ConfigChange> stepTimes() {
        return changes.stream().filter(HistoryChanges::isStepTime).toList();
    }

    /** How many values of a section differ. */
    public long count(Section section) {
        return changes.stream().filter(change -> change.section() == section).count();
    }

    private static Map<Section, Map<String, String>> values(ConfigValues config, Ignored ignored) {
        Map<Section, Map<String, String>> values = new HashMap<>();
        values.put(Section.PLATFORM, config.platform());
        values.put(Section.ENV, variables(config.env()));
        values.put(Section.ENTRYPOINT, single(config.entrypoint()));
        values.put(Section.CMD, single(config.cmd()));
        values.put(Section.USER, single(config.user()));
        values.put(Section.WORKDIR, single(config.workingDir()));
        values.put(Section.PORTS, set(config.ports()));
        values.put(Section.VOLUMES, set(config.volumes()));
        values.put(Section.LABELS, config.labels());
        values.put(Section.STOP_SIGNAL, single(config.stopSignal()));
        values.put(Section.HEALTHCHECK, single(config.healthcheck()));
        values.put(Section.SHELL, single(config.shell()));
        values.put(Section.ONBUILD, numbered(config.onBuild()));
        Map<String, String> others = new HashMap<>(config.others());
        if (ignored.times()) {
            others.remove(ConfigValues.CREATED);
        }
        values.put(Section.OTHER, others);
        return values;
    }

    private static void add(
            Section section,
            Map<String, String> before,
            Map<String, String> after,
            Comparator<String> order,
            List<ConfigChange> changes) {
        Set<String> keys = new TreeSet<>(order);
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String old = before.get(key);
            String now = after.get(key);
            if (!Objects.equals(old, now)) {
                changes.add(new ConfigChange(section, key, old, now));
            }
        }
    }

    /** The order of those variables that both sides have; what one side lacks is told anyhow. */
    private static void addOrder(
            List<String> before, List<String> after, List<ConfigChange> changes) {
        Set<String> common = new TreeSet<>(variables(before).keySet());
        common.retainAll(variables(after).keySet());
        String old = order(before, common);
        String now = order(after, common);
        if (!old.equals(now)) {
            changes.add(new ConfigChange(Section.ENV, "", old, now));
        }
    }

    private static String order(List<String> env, Set<String> wanted) {
        List<String> names =
                env.stream()
                        .map(ConfigDifference::name)
                        .filter(wanted::contains)
                        .distinct()
                        .toList();
        return String.join(" ", names);
    }

    /** The values of each variable, mostly one, in their order. */
    private static Map<String, String> variables(List<String> env) {
        Map<String, List<String>> values = new HashMap<>();
        for (String variable : env) {
            String name = name(variable);
            int end = Math.min(variable.length(), name.length() + 1);
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(variable.substring(end));
        }
        Map<String, String> joined = new HashMap<>();
        values.forEach((name, all) -> joined.put(name, String.join(", ", all)));
        return joined;
    }

    private static String name(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    private static Map<String, String> single(@Nullable String value) {
        return value == null ? Map.of() : Map.of("", value);
    }

    private static Map<String, String> set(Set<String> members) {
        Map<String, String> values = new HashMap<>();
        members.forEach(member -> values.put(member, member));
        return values;
    }

    private static Map<String, String> numbered(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            values.put(Integer.toString(values.size()), line);
        }
        return values;
    }
}
