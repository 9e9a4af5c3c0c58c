package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Works that take turns at one thing, so that whatever else the machine does hits all of them. Ours
 * comes first; the others are peers and limits.
 */
final class Contest {
    private final String title;
    private final List<Work> works = new ArrayList<>();
    private final Map<Work, List<Work.Cost>> costs = new LinkedHashMap<>();
    private final List<String> absent = new ArrayList<>();

    Contest(String title, Work ours) {
        this.title = title;
        works.add(ours);
    }

    /** Another that takes part if its program is installed. */
    Contest against(Work work) {
        if (work.isInstalled()) {
            works.add(work);
        } else {
            absent.add(work.name() + " is not installed");
        }
        return this;
    }

    /** Runs a round nobody counts, and then those that count; who fails is out. */
    Contest run(int rounds, Path folder) throws InterruptedException {
        System.err.println("measuring: " + title);
        for (int round = 0; round <= rounds; round++) {
            for (Work work : List.copyOf(works)) {
                try {
                    Work.Cost cost = work.run(folder);
                    if (round > 0) {
                        costs.computeIfAbsent(work, _ -> new ArrayList<>()).add(cost);
                    }
                } catch (IOException e) {
                    works.remove(work);
                    costs.remove(work);
                    absent.add(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                }
            }
        }
        return this;
    }

    /** The table's lines. */
    String lines() {
        StringBuilder text = new StringBuilder();
        double first = 0;
        for (var each : costs.entrySet()) {
            double seconds = median(each.getValue().stream().map(Work.Cost::nanos).toList()) / 1e9;
            double mib = median(each.getValue().stream().map(Work.Cost::kib).toList()) / 1024.0;
            first = first == 0 ? seconds : first;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %.3f | %.2f | %s |%n",
                            title,
                            each.getKey().name(),
                            seconds,
                            first / seconds,
                            mib == 0 ? "" : Math.round(mib)));
        }
        absent.forEach(
                why ->
                        text.append("| ")
                                .append(title)
                                .append(" | ")
                                .append(escaped(why))
                                .append(" | | | |\n"));
        return text.toString();
    }

    /** Every run as comma-separated values: title, name, nanoseconds, KiB. */
    String values() {
        StringBuilder text = new StringBuilder();
        costs.forEach(
                (work, runs) ->
                        runs.forEach(
                                run ->
                                        text.append(
                                                "\"%s\",\"%s\",%d,%d%n"
                                                        .formatted(
                                                                title,
                                                                work.name(),
                                                                run.nanos(),
                                                                run.kib()))));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace('|', '/');
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
