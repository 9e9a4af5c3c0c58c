package dev.stratoscope.app.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What containers take in a process that is warm already and as a whole command, in turns with
 * commands that do the same or are the limit; prints lines of the table. Needs root.
 */
public final class ContainerRows {
    private static final int FILES = 1000;
    private static final String OURS = "stratoscope, warm";

    private final Engine engine;
    private final Path folder;
    private final int rounds;
    private final List<PeerEngine> peers = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    private ContainerRows(Engine engine, Path folder, int rounds) {
        this.engine = engine;
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Measures.
     *
     * @param args a folder in memory, the number of rounds, an image that has {@code true}, one to
     *     unpack and to change, as plain docker-archives, and perhaps the program's launcher
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        Path run = Path.of(args[2]);
        Path unpack = Path.of(args[3]);
        try (Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            ContainerRows rows = new ContainerRows(engine, folder, Integer.parseInt(args[1]));
            rows.start(run);
            rows.unpack(unpack);
            try {
                rows.peer(() -> PeerEngine.podman(folder));
                rows.peer(() -> PeerEngine.docker(folder));
                rows.whole(run, args.length > 4 ? args[4] : null);
                rows.change(unpack);
            } finally {
                for (PeerEngine peer : rows.peers) {
                    peer.close();
                }
            }
        }
    }

    private interface Opening {
        PeerEngine open() throws IOException, InterruptedException;
    }

    private void peer(Opening opening) throws InterruptedException {
        try {
            peers.add(opening.open());
        } catch (IOException e) {
            absent.add(String.valueOf(e.getMessage()));
        }
    }

    private interface PeerAct {
        void run(PeerEngine peer) throws Exception;
    }

    /** Adds those who got ready. */
    private void beside(Turns turns, String what, PeerAct preparing, PeerAct act) throws Exception {
        absent.forEach(turns::without);
        for (PeerEngine peer : peers) {
            try {
                preparing.run(peer);
                turns.with(peer.name() + " " + what, () -> act.run(peer));
            } catch (IOException e) {
                turns.without(peer.name() + " " + what + ": " + e.getMessage());
            }
        }
    }

    private void start(Path image) throws Exception {
        RunSpec spec =
                new RunSpecBuilder(load(image).id().toString())
                        .network(NetworkMode.NONE)
                        .command("true")
                        .removeAtExit(true)
                        .build();
        Bundles bundles = Bundles.of(image, folder);
        Turns turns = new Turns("9 run --rm true").with(OURS, () -> run(spec));
        for (String runtime : List.of("crun", "runc")) {
            if (Bundles.has(runtime)) {
                turns.with("bare " + runtime, () -> Turns.command(bundles.running(runtime)));
            } else {
                turns.without(runtime + " is not installed");
            }
        }
        turns.run(rounds);
    }

    private void run(RunSpec spec) throws IOException {
        Container container = engine.containers().create(spec, Progress.NONE);
        OutputStream nowhere = OutputStream.nullOutputStream();
        int code = container.startAndFollow(nowhere, nowhere, Progress.NONE);
        if (code != 0) {
            throw new IOException("true ended with " + code);
        }
    }

    private void whole(Path image, @Nullable String launcher) throws Exception {
        String name = name(load(image));
        Turns turns = new Turns("9 run --rm true, whole command");
        if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
            turns.without("stratoscope is not built");
        } else {
            String home = folder.resolve("home").toString();
            List<String> words = new ArrayList<>(List.of(launcher, "run", "--rm"));
            words.addAll(List.of("--network", "none", "--home", home, name, "true"));
            turns.with("stratoscope run", () -> Turns.command(words));
        }
        beside(turns, "run", peer -> peer.load(image), peer -> peer.runTrue(name));
        turns.run(rounds);
    }

    /** Every layer anew, as {@code tar} does from the same bytes, one after another. */
    private void unpack(Path image) throws Exception {
        RunSpec spec = RunSpec.of(load(image).id().toString());
        Path plain = folder.resolve("plain");
        Turns.command(List.of("mkdir", "-p", plain.toString()));
        Turns.command(List.of("tar", "-xf", image.toString(), "-C", plain.toString()));
        Path out = folder.resolve("unpacked");
        String each =
                "rm -rf \"$1\" && cd \"$0\" && find . -name '*.tar' -size +0 | sort | while read -r"
                    + " one; do mkdir -p \"$1/$one\" && tar -xpf \"$one\" -C \"$1/$one\" || exit;"
                    + " done";
        List<String> tar = List.of("sh", "-c", each, plain.toString(), out.toString());
        new Turns("11 unpack on tmpfs")
                .with(OURS, () -> engine.containers().create(spec, Progress.NONE).remove(true))
                .with("tar -x", () -> Turns.command(tar))
                .run(
                        rounds,
                        () -> {
                            engine.containers().prune(Progress.NONE);
                            Work.remove(out);
                        });
        Turns.command(List.of("rm", "-rf", plain.toString(), out.toString()));
    }

    private void change(Path image) throws Exception {
        KeptImage kept = load(image);
        RunSpec spec = RunSpec.of(kept.id().toString());
        Container container = engine.containers().create(spec, Progress.NONE);
        try (FileSystem files = container.files(Progress.NONE)) {
            Path made = Files.createDirectories(files.getPath("/srv/made"));
            for (int i = 0; i < FILES; i++) {
                Files.writeString(made.resolve("file-" + i), "file " + i);
            }
        }
        Reference name = Reference.parse("bench/committed:1");
        CommitSpec whole = new CommitSpec(name, null, "", "", List.of(), false);
        Turns changes = new Turns("10 changes of " + FILES + " files");
        changes.with(OURS, () -> container.changes(Progress.NONE));
        beside(
                changes,
                "diff",
                peer -> {
                    peer.load(image);
                    peer.change(name(kept), FILES);
                },
                PeerEngine::diff);
        changes.run(rounds);
        Turns commit = new Turns("10 commit of " + FILES + " files");
        commit.with(OURS, () -> container.commit(whole, Progress.NONE));
        beside(commit, "commit", PeerEngine::diff, PeerEngine::commit);
        commit.run(rounds);
        container.remove(true);
    }

    private static String name(KeptImage image) {
        return image.names().getFirst().familiar();
    }

    private KeptImage load(Path image) throws IOException {
        return engine.store().load(ImageSource.of(image), null, Progress.NONE).getFirst();
    }
}
