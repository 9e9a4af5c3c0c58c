package dev.stratoscope.model;

import com.code_intelligence.jazzer.Jazzer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of the fuzzer in a JVM of its own, since it instruments what it loads and ends with the
 * JVM. Its inputs stay below {@code target/fuzz} and are where the next run goes on.
 */
final class FuzzRun {
    private static final int SLACK_SECONDS = 120;
    private static final int INPUT_SECONDS = 20;
    private static final int SHOWN = 6_000;

    private final FuzzTarget target;
    private final Path folder;

    FuzzRun(FuzzTarget target) {
        this.target = target;
        this.folder = Path.of("target", "fuzz", target.word()).toAbsolutePath();
    }

    /** Fuzzes, and tells what was found with the input that does it; nothing where nothing was. */
    String findings(int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path found = Files.createDirectories(folder.resolve("found"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        Path log = folder.resolve("log.txt");
        Process process =
                new ProcessBuilder(command(seconds, found, corpus, seeds))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor((long) seconds + SLACK_SECONDS, TimeUnit.SECONDS)) {
                return target + " does not end, see " + log;
            }
            return process.exitValue() == 0 ? "" : findings(log);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(int seconds, Path found, Path corpus, Path seeds)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        // A short run ends before the better compiler has paid for itself.
        String compiler = seconds < 30 ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation";
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                compiler,
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath(),
                Jazzer.class.getName(),
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=dev.stratoscope.**",
                "--custom_hook_includes=dev.stratoscope.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + File.separator,
                "-max_total_time=" + seconds,
                "-max_len=" + target.longest(),
                "-timeout=" + INPUT_SECONDS,
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
    }

    /** The module path and the class path in one, the tests' own classes first. */
    private static String classPath() {
        List<String> parts = new ArrayList<>();
        parts.add(home(FuzzRun.class));
        parts.add(home(Engine.class));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            String value = System.getProperty(property, "");
            if (!value.isEmpty()) {
                parts.add(value);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    /** The folder a class was loaded from; a patched module does not tell it in any other way. */
    private static String home(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String url = String.valueOf(type.getClassLoader().getResource(name));
        return Path.of(URI.create(url.substring(0, url.length() - name.length()))).toString();
    }

    private static String findings(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            String all =
                    String.join("\n", lines.dropWhile(line -> !line.startsWith("== ")).toList());
            String shown = all.isEmpty() ? "see " + log : all;
            return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown;
        }
    }
}
