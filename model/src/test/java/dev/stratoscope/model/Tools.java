package dev.stratoscope.model;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs, as judges. Tests say by name what they skip where one is missing. */
public final class Tools {
    private Tools() {}

    /** Whether a program is on the path. */
    public static boolean has(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs a program to its end and returns what it printed; one that fails fails the test. */
    public static String run(String... command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("tool", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(List.of(command) + " does not end");
            }
            String text = new String(Files.readAllBytes(printed), StandardCharsets.ISO_8859_1);
            if (process.exitValue() != 0) {
                throw new AssertionError(List.of(command) + " failed: " + text);
            }
            return text;
        } finally {
            Files.delete(printed);
        }
    }
}
