package dev.stratoscope.app.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What builds take in a process that is warm already and as a whole command, in turns with programs
 * that do the same or are the limit; prints lines of the table. RUN needs root.
 */
public final class BuildRows {
    private static final int FILES = 5000;
    private static final int RUNS = 5;
    private static final Reference TAG = Reference.parse("bench/built:1");
    private static final String OURS = "stratoscope, warm";
    private static final String WHOLE = "stratoscope build";

    private final Path folder;
    private final Path context;
    private final @Nullable String launcher;
    private final int rounds;
    private final List<PeerEngine> engines = new ArrayList<>();
    private final List<Builder> peers = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private int changes;

    private BuildRows(Path folder, int rounds, @Nullable String launcher) throws IOException {
        this.folder = folder;
        this.rounds = rounds;
        this.launcher = launcher;
        this.context = SourceFiles.write(folder.resolve("context"), FILES);
    }

    /**
     * Measures.
     *
     * @param args a folder in memory, the number of rounds, the program's launcher, which need not
     *     be there, and perhaps {@code alone} for no peers
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        boolean built = Files.isExecutable(Path.of(args[2]));
        BuildRows rows = new BuildRows(folder, Integer.parseInt(args[1]), built ? args[2] : null);
        Path base = Samples.shell(folder.resolve("samples"));
        try {
            if (args.length < 4) {
                rows.findPeers(base);
            }
            rows.cold();
            rows.again("7 COPY of " + FILES + " files, all cached", () -> {});
            rows.again("7 COPY of " + FILES + " files, one changed", rows::change);
            if ("root".equals(System.getProperty("user.name"))) {
                rows.commands(base);
            }
        } finally {
            for (PeerEngine engine : rows.engines) {
                engine.close();
            }
        }
    }

    private interface Opening {
        PeerEngine open() throws IOException, InterruptedException;
    }

    private void findPeers(Path base) throws InterruptedException {
        for (Opening opening :
                List.<Opening>of(
                        () -> PeerEngine.docker(folder),
                        () -> PeerEngine.buildah(folder),
                        () -> PeerEngine.podman(folder))) {
            try {
                PeerEngine engine = opening.open();
                engines.add(engine);
                engine.take(base);
                boolean docker = engine.name().equals("docker");
                peers.addAll(
                        docker
                                ? Builder.docker(engine, Samples.SHELL)
                                : List.of(Builder.containers(engine, Samples.SHELL)));
            } catch (IOException e) {
                absent.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private BuildSpec copying() {
        return new BuildSpecBuilder(context, context.resolve("Dockerfile")).tag(TAG).build();
    }

    /** Nothing is known of any file. */
    private void cold() throws Exception {
        Path home = folder.resolve("cold");
        Engine[] open = new Engine[1];
        Turns turns = new Turns("7 COPY of " + FILES + " files, cold");
        turns.with(
                OURS,
                () -> {
                    close(open);
                    Work.remove(home);
                    open[0] = Engine.open(home, Clock.systemUTC());
                },
                () -> open[0].builds().run(copying(), _ -> {}, Progress.NONE));
        Path whole = folder.resolve("cold-whole");
        whole(turns, () -> Work.remove(whole), whole);
        limits(turns);
        for (Builder peer : peers) {
            turns.with(
                    peer.name(),
                    peer::forget,
                    () -> peer.build(context.resolve("Dockerfile"), context, false));
        }
        absent.forEach(turns::without);
        turns.run(rounds);
        close(open);
    }

    private static void close(Engine[] open) throws IOException {
        if (open[0] != null) {
            open[0].close();
        }
    }

    /** All was built before. */
    private void again(String title, Turns.Act before) throws Exception {
        Turns turns = new Turns(title);
        Path home = folder.resolve("again");
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            Turns.Act ours = () -> engine.builds().run(copying(), _ -> {}, Progress.NONE);
            ours.run();
            // Of files that changed just now nothing is remembered.
            Thread.sleep(3000);
            ours.run();
            turns.with(OURS, before, ours);
            whole(turns, before, home);
            limits(turns);
            for (Builder peer : peers) {
                Turns.Act act = () -> peer.build(context.resolve("Dockerfile"), context, true);
                turns.with(peer.name(), before, act);
            }
            absent.forEach(turns::without);
            turns.run(rounds);
        }
    }

    private void whole(Turns turns, Turns.Act before, Path home) {
        if (launcher == null) {
            turns.without("stratoscope is not built");
            return;
        }
        List<String> words = new ArrayList<>(List.of(launcher, "build", "--home"));
        words.addAll(List.of(home.toString(), "-t", TAG.familiar(), context.toString()));
        turns.with(WHOLE, before, () -> Turns.command(words));
        turns.with("stratoscope --version", () -> Turns.command(List.of(launcher, "--version")));
    }

    private void limits(Turns turns) {
        String out = folder.resolve("packed.tar.gz").toString();
        for (String packer : List.of("gzip", "pigz")) {
            if (Bundles.has(packer)) {
                String line = "tar -cf - -C \"$0\" . | " + packer + " > \"$1\"";
                List<String> words = List.of("sh", "-c", line, context.toString(), out);
                turns.with("tar + " + packer, () -> Turns.command(words));
            }
        }
    }

    /** Writes one file anew. */
    private void change() throws IOException {
        SourceFiles.write(context, 1234, ++changes);
    }

    private void commands(Path base) throws Exception {
        Path file = folder.resolve("Run");
        StringBuilder steps = new StringBuilder("ARG BASE=" + Samples.SHELL + "\nFROM $BASE\n");
        for (int i = 0; i < RUNS; i++) {
            steps.append("RUN echo ").append(i).append(" > /made-").append(i).append('\n');
        }
        Files.writeString(file, steps);
        Path graph = folder.resolve("Graph");
        Files.writeString(
                graph,
                """
                ARG BASE=%s
                FROM $BASE AS one
                RUN sleep 1 && echo one > /one
                FROM $BASE AS two
                RUN sleep 1 && echo two > /two
                FROM $BASE
                COPY --from=one /one /
                COPY --from=two /two /
                """
                        .formatted(Samples.SHELL));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Bundles bundles = Bundles.of(base, folder);
        try (Engine engine = Engine.open(folder.resolve("running"), Clock.systemUTC())) {
            engine.store().load(ImageSource.of(base), null, Progress.NONE);
            Turns runs = new Turns("8 " + RUNS + " RUN steps");
            built(runs, engine, file, empty);
            if (Bundles.has("crun")) {
                List<String> one = bundles.running("crun");
                runs.with(
                        "bare crun, one after another",
                        () -> {
                            for (int i = 0; i < RUNS; i++) {
                                Turns.command(one);
                            }
                        });
            }
            peers(runs, file, empty);
            var medians = runs.run(rounds);
            Double ours = medians.get(OURS);
            Double crun = medians.get("bare crun, one after another");
            if (ours != null && crun != null) {
                System.out.printf(
                        Locale.ROOT,
                        "| 8 a RUN step | over bare crun | %.4f | | |%n",
                        (ours - crun) / RUNS);
            }
            Turns stages = new Turns("8 two stages of sleep 1, and one of both");
            built(stages, engine, graph, empty);
            stages.with("sleep 1", () -> Turns.command(List.of("sleep", "1")));
            peers(stages, graph, empty);
            stages.run(rounds);
        }
    }

    private void built(Turns turns, Engine engine, Path file, Path empty) {
        BuildSpec spec = new BuildSpecBuilder(empty, file).tag(TAG).useCache(false).build();
        turns.with(OURS, () -> engine.builds().run(spec, _ -> {}, Progress.NONE));
    }

    private void peers(Turns turns, Path file, Path empty) {
        for (Builder peer : peers) {
            turns.with(peer.name(), () -> peer.build(file, empty, false));
        }
        absent.forEach(turns::without);
    }
}
