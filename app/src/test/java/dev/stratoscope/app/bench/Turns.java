package dev.stratoscope.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Acts that take turns at one thing in this process, which is warm by then. Ours comes first; who
 * fails is out and gets a line that says so.
 */
final class Turns {
    /** How long ours runs before anything counts, and the rounds of all that do not count. */
    private static final long WARMING_NANOS = 4_000_000_000L;

    private static final int WARM_UP = 1;

    /**
     * Between two that are measured. Moving a process into a cgroup waits for all processors once
     * (a grace period of the kernel's), and whoever does so just after has it for nothing.
     */
    private static final long SETTLING_MILLIS = 80;

    private final String title;
    private final Map<String, Part> acts = new LinkedHashMap<>();
    private final List<String> absent = new ArrayList<>();

    Turns(String title) {
        this.title = title;
    }

    /** What is measured, or has to be done before that. */
    interface Act {
        void run() throws Exception;
    }

    private record Part(Act preparing, Act act) {}

    Turns with(String name, Act act) {
        return with(name, () -> {}, act);
    }

    /** One that has to do something before each turn, which is not measured. */
    Turns with(String name, Act preparing, Act act) {
        acts.put(name, new Part(preparing, act));
        return this;
    }

    /** Somebody who cannot take part. */
    void without(String why) {
        absent.add(why);
    }

    /** Prints lines of the table; the medians in seconds, by names. */
    Map<String, Double> run(int rounds) throws Exception {
        return run(rounds, () -> {});
    }

    /**
     * Prints lines of the table.
     *
     * @param before done before each one's turn
     * @return the medians in seconds, by names
     */
    Map<String, Double> run(int rounds, Act before) throws Exception {
        String first = acts.keySet().stream().findFirst().orElse("");
        Part ours = acts.get(first);
        if (ours != null) {
            warm(ours, before);
        }
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (var act : List.copyOf(acts.entrySet())) {
                before.run();
                long begun;
                try {
                    act.getValue().preparing().run();
                    Thread.sleep(SETTLING_MILLIS);
                    begun = System.nanoTime();
                    act.getValue().act().run();
                } catch (IOException e) {
                    acts.remove(act.getKey());
                    taken.remove(act.getKey());
                    absent.add(act.getKey() + ": " + e.getMessage());
                    continue;
                }
                if (round >= 0) {
                    taken.computeIfAbsent(act.getKey(), _ -> new ArrayList<>())
                            .add(System.nanoTime() - begun);
                }
            }
        }
        List<Long> measured = taken.get(first);
        Map<String, Double> medians = new LinkedHashMap<>();
        for (var each : taken.entrySet()) {
            double seconds = median(each.getValue());
            medians.put(each.getKey(), seconds);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.4f | %s | |%n",
                    title,
                    each.getKey(),
                    seconds,
                    measured == null
                            ? ""
                            : String.format(Locale.ROOT, "%.2f", median(measured) / seconds));
        }
        absent.forEach(
                why ->
                        System.out.println(
                                "| " + title + " | " + why.replace('|', '/') + " | | | |"));
        return medians;
    }

    /**
     * A process is warm when what it does often is compiled; commands of others have no such time.
     */
    private static void warm(Part ours, Act before) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < WARMING_NANOS) {
            before.run();
            try {
                ours.preparing().run();
                ours.act().run();
            } catch (IOException e) {
                // Its first turn tells of it.
                return;
            }
        }
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e9;
    }

    static void command(List<String> words) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + process.exitValue());
        }
    }
}
