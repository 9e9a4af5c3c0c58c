import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the assembled program start quickly: Java writes down what it learns while the program
 * rehearses, and reads it at each later start. The build goes on where this fails; the program then
 * starts as slowly as any other.
 *
 * <p>Started by the build with the Java that is to run the program: {@code java Preparation.java
 * FOLDER}.
 */
final class Preparation {
    private static final long MINUTES = 5;

    private final Path program;

    private Preparation(Path program) {
        this.program = program;
    }

    public static void main(String[] args) throws Exception {
        Path program = Path.of(args[0]);
        try (Stream<Path> jars = Files.list(program.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                OldClasses.renew(jar);
            }
        }
        Files.createDirectories(program.resolve("cache"));
        Preparation preparation = new Preparation(program);
        preparation.train("command");
        preparation.train("window");
    }

    private void train(String name) throws IOException, InterruptedException {
        Path cache = program.resolve("cache").resolve(name + ".aot");
        Path said = Files.createTempFile("rehearsal", ".log");
        try {
            Process process = launcher(name).redirectOutput(said.toFile()).start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly().waitFor();
                Files.deleteIfExists(cache);
            }
            if (!Files.exists(cache)) {
                System.out.println("No start-up cache for the " + name + "; its rehearsal said:");
                System.out.print(Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }

    /** The program's own launcher, since a cache fits only the very options it was made with. */
    private ProcessBuilder launcher(String name) {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        Path bin = program.resolve("bin").toAbsolutePath();
        List<String> command =
                windows
                        ? List.of("cmd", "/c", bin.resolve("stratoscope.bat").toString())
                        : List.of("sh", bin.resolve("stratoscope").toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(
                ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null")));
        var environment = builder.environment();
        environment
                .keySet()
                .removeAll(
                        List.of(
                                "JAVA_TOOL_OPTIONS",
                                "JDK_JAVA_OPTIONS",
                                "STRATOSCOPE_JAVA_OPTIONS"));
        environment.put("STRATOSCOPE_JAVA_HOME", System.getProperty("java.home"));
        environment.put("STRATOSCOPE_TRAIN", name);
        return builder;
    }
}
