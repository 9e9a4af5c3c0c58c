package dev.stratoscope.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The assembled program, started as people start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/stratoscope is for sh")
class LauncherTest {

    private static final Path PROGRAM =
            Path.of("../app/target/stratoscope").toAbsolutePath().normalize();
    private static final Path LAUNCHER = PROGRAM.resolve("bin/stratoscope");

    /** The Java that runs this test, which is new enough for the program too. */
    private static final String THIS_JAVA = System.getProperty("java.home");

    private static final String VERSION_LINE =
            "stratoscope " + System.getProperty("stratoscope.version");

    @TempDir Path folder;

    @BeforeEach
    void programIsAssembled() {
        assumeTrue(
                Files.exists(LAUNCHER), LAUNCHER + " is not there: mvn package assembles it first");
    }

    /** JUnit warns of every link that leads out of a temporary folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void everyLibraryIsNamedWithItsLicence() throws IOException {
        List<String> named = Files.readAllLines(PROGRAM.resolve("THIRD-PARTY"));
        Set<String> own = Set.of("app", "model", "resources");
        try (Stream<Path> jars = Files.list(PROGRAM.resolve("lib"))) {
            List<String> unnamed =
                    jars.map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                            .filter(name -> !own.contains(name))
                            .filter(name -> named.stream().noneMatch(l -> l.startsWith(name + " ")))
                            .toList();
            assertEquals(List.of(), unnamed);
        }
    }

    @Test
    void ownVariableComesFirst() throws Exception {
        Run run =
                run(
                        List.of(LAUNCHER.toString(), "--version"),
                        Map.of(
                                "STRATOSCOPE_JAVA_HOME",
                                THIS_JAVA,
                                "JAVA_HOME",
                                oldJava().toString()));

        assertEquals(new Run(0, VERSION_LINE, ""), run);
    }

    @Test
    void oldJavaHomeIsPassedOverForTheJavaOnThePath() throws Exception {
        Run run =
                run(
                        List.of(LAUNCHER.toString(), "--version"),
                        Map.of(
                                "JAVA_HOME", oldJava().toString(),
                                "PATH", pathWithLinkTo(THIS_JAVA)));

        assertEquals(new Run(0, VERSION_LINE, ""), run);
    }

    @Test
    void oldJavasArePassedOverForTheHighestInTheUsualFolders() throws Exception {
        java(".jdks/lower", 997);
        java(".jdks/highest", 998);

        Run run =
                run(
                        List.of(LAUNCHER.toString(), "--version"),
                        Map.of(
                                "JAVA_HOME", oldJava().toString(),
                                "PATH", pathWithLinkTo(oldJava().toString())));

        assertEquals(new Run(0, "this is 998", ""), run);
    }

    @Test
    void symlinkToTheLauncherWorksFromAnyFolder() throws Exception {
        Files.createSymbolicLink(folder.resolve("direct"), LAUNCHER);
        Files.createSymbolicLink(folder.resolve("stratoscope"), Path.of("direct"));

        Run run =
                run(
                        List.of("./stratoscope", "--version"),
                        Map.of("STRATOSCOPE_JAVA_HOME", THIS_JAVA));

        assertEquals(new Run(0, VERSION_LINE, ""), run);
    }

    @Test
    void missingJavaIsOneLineThatSaysHowToCureIt() throws Exception {
        String script = Files.readString(LAUNCHER).replace("needed=25", "needed=999");
        Path launcher = executable(folder.resolve("stratoscope"), script);

        Run run = run(List.of(launcher.toString(), "--version"), Map.of("JAVA_HOME", THIS_JAVA));

        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().contains("STRATOSCOPE_JAVA_HOME"), run.err());
    }

    @Test
    void startUpCacheFits() throws Exception {
        for (String command : List.of("--version", "no-such-image.tar --picture none/x.png")) {
            List<String> line = new ArrayList<>(List.of(LAUNCHER.toString()));
            line.addAll(List.of(command.split(" ", -1)));
            Map<String, String> strict =
                    Map.of(
                            "STRATOSCOPE_JAVA_HOME",
                            THIS_JAVA,
                            "STRATOSCOPE_JAVA_OPTIONS",
                            "-XX:AOTMode=on -Xlog:aot=error:stderr");

            Run run = run(line, strict);

            assertFalse(run.err().contains("[aot]"), run.err());
        }
    }

    @Test
    void startUpCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Path moved = folder.resolve("moved to/another place");
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            for (Path file : files.toList()) {
                Path copy = moved.resolve(PROGRAM.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path launcher = moved.resolve("bin/stratoscope");

        Run run =
                run(
                        List.of(launcher.toString(), "--version"),
                        Map.of("STRATOSCOPE_JAVA_HOME", THIS_JAVA));

        assertEquals(new Run(0, VERSION_LINE, ""), run);
    }

    private record Run(int exit, String out, String err) {}

    /** Runs in the temporary folder, which is the home too, with nothing of this environment. */
    private Run run(List<String> command, Map<String, String> environment) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Run(exit, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private Path oldJava() throws IOException {
        return java("old", 17);
    }

    /** A Java home that says its version when it is started. */
    private Path java(String name, int version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), "#!/bin/sh\necho this is " + version + "\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        return home;
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    /** A PATH whose first {@code java} is a link, as distributions make it. */
    private String pathWithLinkTo(String home) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of(home, "bin/java"));
        return bin + ":/usr/bin:/bin";
    }
}
