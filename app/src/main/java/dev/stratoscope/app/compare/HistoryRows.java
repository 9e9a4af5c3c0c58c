package dev.stratoscope.app.compare;

import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.compare.ConfigDifference;

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

    /** Divides what two histories differ in. */
    static HistoryRows of(ConfigDifference config) {
        return new HistoryRows(
                config.besidesStepTimes().stream()
                        .filter(change -> change.section() == Section.HISTORY)
                        .toList(),
                config.stepTimes());
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
}
