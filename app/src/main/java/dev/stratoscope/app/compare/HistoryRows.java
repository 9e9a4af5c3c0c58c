package dev.stratoscope.app.compare;

import dev.stratoscope.model.compare.ConfigChange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What two histories differ in, with what every build says anew apart: the time of a step, and the
 * classic builder's note of the image it built upon. Immutable.
 *
 * @param telling what is not apart
 * @param quiet what is apart
 */
record HistoryRows(List<ConfigChange> telling, List<ConfigChange> quiet) {
    HistoryRows {
        telling = List.copyOf(telling);
        quiet = List.copyOf(quiet);
    }

    /** Divides the changes of a history. */
    static HistoryRows of(List<ConfigChange> changes) {
        List<ConfigChange> telling = new ArrayList<>();
        List<ConfigChange> quiet = new ArrayList<>();
        for (ConfigChange change : changes) {
            (isQuiet(change) ? quiet : telling).add(change);
        }
        return new HistoryRows(telling, quiet);
    }

    /** In words, of how many steps something is apart; empty for none. */
    String words() {
        Set<String> steps = new HashSet<>();
        for (ConfigChange change : quiet) {
            steps.add(change.key().substring(0, change.key().lastIndexOf(' ')));
        }
        return switch (steps.size()) {
            case 0 -> "";
            case 1 -> "1 step was created at another time.";
            default -> String.format("%,d steps were created at another time.", steps.size());
        };
    }

    private static boolean isQuiet(ConfigChange change) {
        return change.key().endsWith(" created")
                || (change.key().endsWith(" comment")
                        && isBase(change.before())
                        && isBase(change.after()));
    }

    private static boolean isBase(@Nullable String comment) {
        return comment == null || comment.startsWith("FROM ");
    }
}
