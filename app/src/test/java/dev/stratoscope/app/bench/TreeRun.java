package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@link TreeWindow} as a program of its own. */
final class TreeRun {
    private static final long MINUTES = 10;

    private TreeRun() {}

    /**
     * What it measured, as lines of a table.
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
        StringBuilder table = new StringBuilder();
        try (var said = process.inputReader()) {
            for (String measure = said.readLine(); measure != null; measure = said.readLine()) {
                String[] parts = measure.split("\t", -1);
                if (parts.length == 2) {
                    table.append(
                            "| 6 window, %s | %s | %s ms | | |%n"
                                    .formatted(name, parts[0], parts[1]));
                }
            }
        }
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new IOException("the window of " + name + " did not end well");
        }
        return table.toString();
    }
}
