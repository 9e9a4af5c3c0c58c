package dev.stratoscope.model.compare;

import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.image.History;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What two histories say of the steps that belong together, and which steps have no partner. */
final class HistoryChanges {
    private static final String COMMENT = " comment";
    private static final String CREATED = " created";

    /** The number of a step on both sides, or two. */
    private static final Pattern STEP = Pattern.compile("\\d+( -> \\d+)?");

    /** What classic builders say of the image that a step went on from. */
    private static final Pattern FROM_ID = Pattern.compile("FROM (sha256:)?[0-9a-f]{12,64}");

    private final List<ConfigChange> changes;

    private HistoryChanges(List<ConfigChange> changes) {
        this.changes = changes;
    }

    static void add(
            List<History> before,
            List<History> after,
            Alignment steps,
            Ignored ignored,
            List<ConfigChange> changes) {
        HistoryChanges found = new HistoryChanges(changes);
        Set<StepPair> moved = ignored.order() ? Set.of() : steps.moved();
        for (StepPair pair : steps.pairs()) {
            History old = step(before, pair.before());
            History now = step(after, pair.after());
            String key = key(pair, old, now);
            if (old == null || now == null) {
                found.compare(key, instruction(old), instruction(now));
                continue;
            }
            found.compare(key, old.createdBy(), now.createdBy());
            found.compare(key + " author", said(old.author()), said(now.author()));
            found.compare(key + COMMENT, said(old.comment()), said(now.comment()));
            found.compare(key + " empty_layer", flag(old), flag(now));
            if (!ignored.times()) {
                found.compare(key + CREATED, time(old.created()), time(now.created()));
            }
            if (moved.contains(pair)) {
                found.compare(
                        key + " position",
                        Integer.toString(pair.before()),
                        Integer.toString(pair.after()));
            }
        }
    }

    /** How many steps differ by nothing but what {@link #isStepTime} says. */
    static int timeOnlySteps(List<ConfigChange> changes) {
        Set<String> steps = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (ConfigChange change : changes) {
            if (change.section() == Section.HISTORY) {
                (isStepTime(change) ? steps : others).add(step(change.key()));
            }
        }
        steps.removeAll(others);
        return steps.size();
    }

    /**
     * Whether a value of a step goes with when it was made: its time, and the ID of the image that
     * a classic builder notes it went on from.
     */
    static boolean isStepTime(ConfigChange change) {
        return change.section() == Section.HISTORY
                && (change.key().endsWith(CREATED)
                        || (change.key().endsWith(COMMENT)
                                && isFromId(change.before())
                                && isFromId(change.after())));
    }

    /** The key of a step's instruction, with which all its keys begin. */
    private static String step(String key) {
        Matcher step = STEP.matcher(key);
        return step.lookingAt() ? step.group() : key;
    }

    private static boolean isFromId(@Nullable String comment) {
        return comment != null && FROM_ID.matcher(comment).matches();
    }

    private void compare(String key, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new ConfigChange(Section.HISTORY, key, before, after));
        }
    }

    /** Layers that the history does not tell of are steps too. */
    private static @Nullable History step(List<History> history, int number) {
        return number < 0 || number >= history.size() ? null : history.get(number);
    }

    private static String key(StepPair pair, @Nullable History before, @Nullable History after) {
        if (before == null || after == null) {
            return Integer.toString(before == null ? pair.after() : pair.before());
        }
        return pair.before() == pair.after()
                ? Integer.toString(pair.before())
                : pair.before() + " -> " + pair.after();
    }

    private static @Nullable String instruction(@Nullable History step) {
        return step == null ? null : step.createdBy();
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String flag(History step) {
        return step.emptyLayer() ? "true" : null;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
