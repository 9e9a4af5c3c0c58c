package dev.stratoscope.app.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command to be timed.
 *
 * @param name what the table calls it
 * @param command the program and its arguments
 * @param scratch removed before each run, so that it starts from nothing
 * @param until a text in its output that ends the measured time and the run; null to wait for its
 *     end
 * @param status with what it ends when nothing failed
 */
record Work(
        String name, List<String> command, List<Path> scratch, @Nullable String until, int status) {
    private static final Path TIME = Path.of("/usr/bin/time");
    private static final long MINUTES = 10;

    static Work of(String name, String... command) {
        return of(name, List.of(command));
    }

    static Work of(String name, List<String> command) {
        return new Work(name, command, List.of(), null, 0);
    }

    Work fresh(Path... folders) {
        return new Work(name, command, List.of(folders), until, status);
    }

    Work until(String text) {
        return new Work(name, command, scratch, text, status);
    }

    Work endingWith(int wanted) {
        return new Work(name, command, scratch, until, wanted);
    }

    boolean isInstalled() {
        String program = command.getFirst();
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    /**
     * What one run took.
     *
     * @param nanos from its start to its end
     * @param kib the most memory one of its processes had at a time; 0 where nobody says
     */
    record Cost(long nanos, long kib) {}

    /** Runs it once. */
    Cost run(Path folder) throws IOException, InterruptedException {
        scratch.forEach(Work::remove);
        Path memory = folder.resolve("memory.txt");
        List<String> line = new ArrayList<>();
        if (until == null && Files.isExecutable(TIME)) {
            line.addAll(List.of(TIME.toString(), "-f", "%M", "-o", memory.toString()));
        }
        line.addAll(command);
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        long begun = System.nanoTime();
        if (until != null) {
            return new Cost(firstSight(builder.start(), until) - begun, 0);
        }
        Process process = builder.redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        long nanos = System.nanoTime() - begun;
        process.destroyForcibly();
        if (!ended || process.exitValue() != status) {
            throw new IOException(name + " failed: " + Files.readString(said).strip());
        }
        return new Cost(nanos, line.size() > command.size() ? kib(memory) : 0);
    }

    private static long firstSight(Process process, String text) throws IOException {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(text)) {
                    long seen = System.nanoTime();
                    // Before the reader is closed, which waits for what still writes.
                    process.destroyForcibly();
                    return seen;
                }
            }
            throw new IOException("it ended without " + text);
        }
    }

    private static long kib(Path memory) throws IOException {
        return Long.parseLong(Files.readAllLines(memory).getLast().strip());
    }

    static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(folder)) {
                    files = all.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
