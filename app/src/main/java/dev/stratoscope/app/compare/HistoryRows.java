package dev.stratoscope.app.compare;

import dev.stratoscope.model.compare.ConfigChange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What two histories differ in, with those steps apart that differ only in what every build says
 * anew: the time, and the classic builder's note of the image it built upon. Immutable.
 *
 * @param telling of the other steps
 * @param quiet of the steps that are apart
 * @param steps how many of those there are
 */
record HistoryRows(List<ConfigChange> telling, List<ConfigChange> quiet, int steps) {
    HistoryRows {
        telling = List.copyOf(telling);
        quiet = List.copyOf(quiet);
    }

    /** Divides the changes of a history. */
    static HistoryRows of(List<ConfigChange> changes) {
        Set<String> loud = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (ConfigChange change : changes) {
            all.add(step(change));
            if (!isQuiet(change)) {
                loud.add(step(change));
            }
        }
        List<ConfigChange> telling = new ArrayList<>();
        List<ConfigChange> quiet = new ArrayList<>();
        for (ConfigChange change : changes) {
            (loud.contains(step(change)) ? telling : quiet).add(change);
        }
        return new HistoryRows(telling, quiet, all.size() - loud.size());
    }

    /** In words, how many steps are apart; empty for none. */
    String words() {
        return switch (steps) {
            case 0 -> "";
            case 1 -> "1 step differs by time alone.";
            default -> String.format("%,d steps differ by time alone.", steps);
        };
    }

    /** {@code 3 -> 4} of {@code 3 -> 4 created}. */
    private static String step(ConfigChange change) {
        String key = change.key();
        int word = key.lastIndexOf(' ');
        boolean named = word >= 0 && !Character.isDigit(key.charAt(key.length() - 1));
        return named ? key.substring(0, word) : key;
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
