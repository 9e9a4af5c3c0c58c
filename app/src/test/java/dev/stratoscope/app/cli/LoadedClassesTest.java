package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is loaded is waited for at every start. */
class LoadedClassesTest {
    private static final List<String> WINDOW =
            List.of("javafx.", "com.sun.javafx.", "atlantafx.", "org.kordamp.", "org.controlsfx.");
    private static final List<String> UNCOMMON =
            List.of(
                    "com.github.luben.",
                    "org.tukaani.",
                    "org.apache.commons.",
                    "java.util.logging.");

    @TempDir private Path folder = Path.of("");

    @Test
    void layersOfAPlainImageLoadNeitherTheWindowNorUncommonDecompressors() throws Exception {
        String image =
                new DraftImage()
                        .step("COPY etc /", DraftImage.layer().file("etc/motd", 0644, "hello"))
                        .writeTo(folder);
        List<String> loaded = loaded("layers", image);
        assertTrue(loaded.contains("dev.stratoscope.model.OpenImage"));
        assertEquals(List.of(), from(WINDOW, loaded));
        assertEquals(List.of(), from(UNCOMMON, loaded));
    }

    @Test
    void theVersionLoadsNeitherTheWindowNorTheEngineNorJson() throws Exception {
        List<String> loaded = loaded("--version");
        assertEquals(List.of(), from(WINDOW, loaded));
        assertEquals(List.of(), from(List.of("com.fasterxml."), loaded));
        assertEquals(List.of(), from(List.of("dev.stratoscope.model.archive."), loaded));
    }

    private static List<String> from(List<String> prefixes, List<String> classes) {
        return classes.stream()
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** The classes a fresh Java loads for the program; no start-up cache brings others along. */
    private List<String> loaded(String... args) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:file=" + log.getFileName() + ":none",
                                "--module-path",
                                modulePath(),
                                "--module",
                                "dev.stratoscope.app/dev.stratoscope.app.Main"));
        command.addAll(List.of(args));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        assertEquals(0, process.waitFor(), () -> said(folder.resolve("out")));
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.substring(0, (line + " ").indexOf(' '))).toList();
        }
    }

    private static String modulePath() {
        String modules = System.getProperty("jdk.module.path");
        return modules == null
                ? System.getProperty("java.class.path")
                : modules + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static String said(Path out) {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
