package dev.stratoscope.app;

import dev.stratoscope.model.Engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What a Java virtual machine is shown of the program while it writes a start-up cache: everything
 * that people mostly do, once. The launcher starts it in place of {@link Main}; no part of the
 * program uses it.
 */
final class Rehearsal {
    /** Classes that only a real screen needs, which is not there while the program is built. */
    private static final List<String> SCREEN =
            List.of("com/sun/glass/ui/gtk/", "com/sun/prism/es2/", "com/sun/prism/sw/");

    private static final String CLASS = ".class";

    private static final String SAMPLE = "stratoscope/sample:1";

    /** How many files a build copies: enough to show what is done for each. */
    private static final int CONTEXT = 600;

    private final OutputStream nowhere = OutputStream.nullOutputStream();
    private final Path home;

    private Rehearsal(Path home) {
        this.home = home;
    }

    /**
     * Acts it all out in a folder that is gone afterwards, and ends the virtual machine.
     *
     * @param args {@code command} for what is done on the command line, {@code window} for that and
     *     the window
     */
    public static void main(String[] args) throws IOException {
        Path home = Files.createTempDirectory("rehearsal");
        try {
            Rehearsal rehearsal = new Rehearsal(home);
            rehearsal.commands();
            if (List.of(args).contains("window")) {
                rehearsal.window();
            }
        } finally {
            remove(home);
        }
        System.exit(0);
    }

    private void commands() throws IOException {
        String archive = sample();
        Path packed = home.resolve("sample.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(archive), out);
        }
        run("--version");
        run("--help");
        run("layers", "--help");
        run("load", archive);
        look(archive);
        look(packed.toString());
        look("oci-archive:" + archive);
        settle();
        // The first of the two keeps what the second finds.
        for (String known : List.of(archive, packed.toString(), SAMPLE)) {
            run("layers", known);
            run("layers", known);
        }
        run("images");
        run("images", "--json");
        look(SAMPLE);
        String layout = home.resolve("layout").toString();
        run("save", "--format", "oci", "--output", layout, SAMPLE);
        look(layout);
        contain();
        build();
        run("tag", SAMPLE, "rehearsal:1");
        run("rmi", "rehearsal:1");
        run("prune");
        run("extract", archive, "/", home.resolve("extracted").toString());
        String missing = home.resolve("missing.tar").toString();
        run("layers", missing);
        // Without a home of its own; it looks for one, and writes nothing.
        Main.run(new String[] {"layers", missing}, nowhere, new PrintStream(nowhere));
    }

    /** Nothing is ever started: the image has no such program. Builds without root are told so. */
    private void contain() {
        run("create", "--name", "rehearsed", SAMPLE, "/none");
        run("ps", "--all");
        run("changes", "rehearsed");
        run("run", "--rm", "--network", "none", SAMPLE, "/none");
        run("run", "--rm", SAMPLE, "/none");
        run("inspect", "rehearsed");
        run("rm", "rehearsed");
    }

    /** Without a RUN: nothing is ever started. */
    private void build() throws IOException {
        Path context = Files.createDirectories(home.resolve("context"));
        for (int i = 0; i < CONTEXT; i++) {
            Path part = Files.createDirectories(context.resolve("part-" + i / 50));
            Files.writeString(part.resolve("file-" + i + ".txt"), ("line " + i + "\n").repeat(i));
        }
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                ARG BASE=%s
                FROM $BASE AS files
                WORKDIR /srv/files
                COPY . .

                FROM $BASE
                ENV HOME=/srv
                COPY --from=files /srv/files /srv/
                CMD ["/none"]
                """
                        .formatted(SAMPLE));
        settle();
        String folder = context.toString();
        for (String mode : List.of("none", "plain", "plain")) {
            run("build", "--progress", mode, "-t", "rehearsed:1", folder);
        }
        run("build", "--explain", folder);
        Files.writeString(context.resolve("part-1/file-60.txt"), "another");
        run("build", "-t", "rehearsed:1", folder);
        run("build", "--target", "missing", folder);
    }

    private void look(String source) {
        for (String verb : List.of("images", "layers", "tree", "history", "inspect", "verify")) {
            run(verb, source);
            run(verb, source, "--json");
        }
        run("tree", source, "--layer", "1");
        run("cat", source, "/etc/motd");
        run("blame", source, "/etc/motd");
    }

    private void window() throws IOException {
        loadScreenClasses();
        run("--picture", home.resolve("sample.png").toString());
    }

    /** Nothing is kept of files that are younger than two seconds. */
    private static void settle() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(2200));
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private String sample() throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return SampleImage.make(engine).path().toString();
        }
    }

    private void run(String... args) {
        List<String> whole = new ArrayList<>(List.of("--home", home.toString()));
        whole.addAll(List.of(args));
        Main.run(whole.toArray(new String[0]), nowhere, new PrintStream(nowhere));
    }

    private static void loadScreenClasses() throws IOException {
        ModuleLayer layer = ModuleLayer.boot();
        Module graphics = layer.findModule("javafx.graphics").orElseThrow();
        var found = layer.configuration().findModule(graphics.getName()).orElseThrow();
        try (ModuleReader reader = found.reference().open()) {
            reader.list()
                    .filter(file -> file.endsWith(CLASS))
                    .filter(file -> SCREEN.stream().anyMatch(file::startsWith))
                    .map(file -> file.substring(0, file.length() - CLASS.length()))
                    .forEach(name -> Class.forName(graphics, name.replace('/', '.')));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
