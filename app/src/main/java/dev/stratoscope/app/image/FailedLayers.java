package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.LimitRaise;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The layers of an image that cannot be read, in whatever order they come. There may be many: they
 * share one notice for each limit that can be raised for them, and one for all others.
 */
final class FailedLayers {
    private final String title;
    private final boolean stored;
    private final Map<String, SortedSet<Failure>> byCure = new LinkedHashMap<>();
    private int lowest = Integer.MAX_VALUE;

    private record Failure(int layer, IOException reason) {}

    /**
     * No layers.
     *
     * @param title what the image is called
     * @param stored whether it is in the store
     */
    FailedLayers(String title, boolean stored) {
        this.title = title;
        this.stored = stored;
    }

    void add(int layer, IOException reason) {
        LimitRaise raise = LimitRaise.of(reason);
        byCure.computeIfAbsent(
                        raise == null ? "" : raise.words(),
                        cure -> new TreeSet<>(Comparator.comparingInt(Failure::layer)))
                .add(new Failure(layer, reason));
        lowest = Math.min(lowest, layer);
    }

    /** What is to be said of them, in the order in which the first of each notice came. */
    List<FailureNotice> notices() {
        return byCure.values().stream().map(this::notice).toList();
    }

    private FailureNotice notice(SortedSet<Failure> failures) {
        Failure first = failures.first();
        String name = "L" + first.layer();
        int count = failures.size();
        int usable = lowest - 1;
        String what = (count == 1 ? name : count + " layers") + " of " + title + " cannot be read";
        Problem problem =
                stored
                        ? Problems.ofStored(what, first.reason())
                        : Problems.of(what, first.reason());
        String why = problem.reason() + " " + explorable(usable);
        if (count > 1) {
            why = name + ": " + why + " The Findings tab tells of the others.";
        }
        return new FailureNotice(
                new Problem(problem.title(), why), count, LimitRaise.of(first.reason()), usable);
    }

    private static String explorable(int usable) {
        if (usable < 0) {
            return "History and inspect can be read.";
        }
        return (usable == 0 ? "L0" : "L0 to L" + usable) + " can be explored.";
    }
}
