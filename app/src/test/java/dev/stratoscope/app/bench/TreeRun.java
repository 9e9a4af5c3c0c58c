package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@link TreeWindow} as a program of its own. */
final class TreeRun {
    private static final long MINUTES = 10;
    private static final String BARE = "scrolling a bare table";

    /** Limits in milliseconds. */
    private static final double FRAME = 1000 / 60.0;

    private static final double KEY = 100;
    private static final double SELECT = 50;
    private static final double FOLD = 1000;

    private TreeRun() {}

    /**
     * What it measured, as lines of a table, each beside its limit where there is one.
     *
     * @param options of the JVM
     * @param name what the table calls the image
     * @param layers how many it has
     */
    static String lines(
            String java, List<String> options, String name, Path image, Path home, int layers)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(java));
        line.addAll(options);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(TreeWindow.class.getName());
        line.addAll(List.of(image.toString(), home.toString(), String.valueOf(layers)));
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, Double> measures = new LinkedHashMap<>();
        try (var said = process.inputReader()) {
            for (String measure = said.readLine(); measure != null; measure = said.readLine()) {
                String[] parts = measure.split("\t", -1);
                if (parts.length == 2) {
                    measures.put(parts[0], Double.valueOf(parts[1]));
                }
            }
        }
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new IOException("the window of " + name + " did not end well");
        }
        StringBuilder table = new StringBuilder();
        measures.forEach((what, value) -> table.append(line(name, what, value, measures)));
        return table.toString();
    }

    /** A measure with what it is of its limit; 1 and less is met. */
    private static String line(
            String name, String what, double value, Map<String, Double> measures) {
        double limit = limit(what, measures);
        String ratio = limit > 0 ? String.format(Locale.ROOT, "%.2f", value / limit) : "";
        boolean counts = what.endsWith("rows") && !what.endsWith("to rows");
        String unit = counts || what.endsWith("frames") ? "" : " ms";
        return String.format(
                Locale.ROOT,
                "| 6 window, %s | %s | %.1f%s | %s | |%n",
                name,
                what,
                value,
                unit,
                ratio);
    }

    /** What is aimed at; when scrolling, what a table of bare text takes; 0 for no limit. */
    private static double limit(String what, Map<String, Double> measures) {
        if (what.endsWith("longest block") || what.endsWith("longest block p95")) {
            return FRAME;
        }
        if (what.endsWith("key to rows")) {
            return KEY;
        }
        if (what.startsWith("expanding") || what.startsWith("collapsing")) {
            return what.indexOf(',') < 0 ? FOLD : 0;
        }
        if (what.contains("layer") && what.endsWith("p95")) {
            return SELECT;
        }
        int comma = what.indexOf(',');
        return what.startsWith("scrolling") && !what.startsWith(BARE)
                ? measures.getOrDefault(BARE + what.substring(comma), 0.0)
                : 0;
    }
}
