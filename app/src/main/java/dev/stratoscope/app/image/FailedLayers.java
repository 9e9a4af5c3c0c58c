package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The layers of an image that cannot be read, in whatever order they come. There may be many: they
 * share one notice for each limit that can be raised for them, and one for all others.
 */
final class FailedLayers {
    private final String title;
    private final TreeMap<Integer, IOException> reasons = new TreeMap<>();

    /**
     * No layers.
     *
     * @param title what the image is called
     */
    FailedLayers(String title) {
        this.title = title;
    }

    void add(int number, IOException reason) {
        reasons.put(number, reason);
    }

    /** What is to be said of them, by the lowest layer of each notice. */
    List<FailureNotice> notices() {
        Map<String, List<Integer>> byCure = new LinkedHashMap<>();
        reasons.forEach(
                (number, reason) -> {
                    LimitRaise raise = LimitRaise.of(reason);
                    byCure.computeIfAbsent(
                                    raise == null ? "" : raise.words(), cure -> new ArrayList<>())
                            .add(number);
                });
        return byCure.values().stream().map(this::notice).toList();
    }

    private FailureNotice notice(List<Integer> layers) {
        int first = layers.getFirst();
        IOException reason = reasons.getOrDefault(first, new IOException("not known"));
        int count = layers.size();
        String subject = count == 1 ? "L" + first : count + " layers";
        Problem problem = Problems.of(subject + " of " + title + " cannot be read", reason);
        int usable = reasons.firstKey() - 1;
        String why =
                count == 1
                        ? problem.reason() + " " + explorable(usable)
                        : "L"
                                + first
                                + ": "
                                + problem.reason()
                                + " "
                                + explorable(usable)
                                + " The Findings tab tells of the others.";
        return new FailureNotice(
                new Problem(problem.title(), why), count, LimitRaise.of(reason), usable);
    }

    private static String explorable(int usable) {
        if (usable < 0) {
            return "History and inspect can be read.";
        }
        return (usable == 0 ? "L0" : "L0 to L" + usable) + " can be explored.";
    }
}
