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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What containers take in a process that is warm already, in turns with commands that do the same
 * or are the limit; prints lines of the table. Needs root.
 */
public final class ContainerRows {
    private static final int WARM_UP = 3;
    private static final int FILES = 1000;

    /**
     * Between two that are measured. Moving a process into a cgroup waits for all processors once
     * (a grace period of the kernel's), and whoever does so just after has it for nothing.
     */
    private static final long SETTLING_MILLIS = 80;

    private final Engine engine;
    private final Path folder;
    private final int rounds;

    private ContainerRows(Engine engine, Path folder, int rounds) {
        this.engine = engine;
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Measures.
     *
     * @param args a folder in memory, the number of rounds, an image that has {@code true}, and one
     *     to unpack and to change, as a plain docker-archive
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        try (Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            ContainerRows rows = new ContainerRows(engine, folder, Integer.parseInt(args[1]));
            rows.start(Path.of(args[2]));
            rows.unpack(Path.of(args[3]));
            rows.change(Path.of(args[3]));
        }
    }

    private interface Act {
        void run() throws Exception;
    }

    private void start(Path image) throws Exception {
        RunSpec spec =
                new RunSpecBuilder(load(image))
                        .network(NetworkMode.NONE)
                        .command("true")
                        .removeAtExit(true)
                        .build();
        Bundles bundles = Bundles.of(image, folder);
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("stratoscope, warm", () -> run(spec));
        for (String runtime : List.of("crun", "runc")) {
            if (Bundles.has(runtime)) {
                acts.put("bare " + runtime, () -> command(bundles.running(runtime)));
            }
        }
        measure("9 run --rm true", acts);
    }

    private void run(RunSpec spec) throws IOException {
        Container container = engine.containers().create(spec, Progress.NONE);
        OutputStream nowhere = OutputStream.nullOutputStream();
        int code = container.startAndFollow(nowhere, nowhere, Progress.NONE);
        if (code != 0) {
            throw new IOException("true ended with " + code);
        }
    }

    /** Every layer anew, as {@code tar} does from the same bytes, one after another. */
    private void unpack(Path image) throws Exception {
        RunSpec spec = RunSpec.of(load(image));
        Path plain = folder.resolve("plain");
        command(List.of("mkdir", "-p", plain.toString()));
        command(List.of("tar", "-xf", image.toString(), "-C", plain.toString()));
        Path out = folder.resolve("unpacked");
        String each =
                "rm -rf \"$1\" && cd \"$0\" && find . -name '*.tar' -size +0 | sort | while read -r"
                    + " one; do mkdir -p \"$1/$one\" && tar -xpf \"$one\" -C \"$1/$one\" || exit;"
                    + " done";
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put(
                "stratoscope, warm",
                () -> engine.containers().create(spec, Progress.NONE).remove(true));
        acts.put(
                "tar -x",
                () -> command(List.of("sh", "-c", each, plain.toString(), out.toString())));
        measure(
                "11 unpack on tmpfs",
                acts,
                () -> {
                    engine.containers().prune(Progress.NONE);
                    Work.remove(out);
                });
        command(List.of("rm", "-rf", plain.toString(), out.toString()));
    }

    private void change(Path image) throws Exception {
        Container container = engine.containers().create(RunSpec.of(load(image)), Progress.NONE);
        try (FileSystem files = container.files(Progress.NONE)) {
            Path made = Files.createDirectories(files.getPath("/srv/made"));
            for (int i = 0; i < FILES; i++) {
                Files.writeString(made.resolve("file-" + i), "file " + i);
            }
        }
        Reference name = Reference.parse("bench/committed:1");
        CommitSpec whole = new CommitSpec(name, null, "", "", List.of(), false);
        measure(
                "10 changes of " + FILES + " files",
                Map.of("stratoscope, warm", () -> container.changes(Progress.NONE)));
        measure(
                "10 commit of " + FILES + " files",
                Map.of("stratoscope, warm", () -> container.commit(whole, Progress.NONE)));
        container.remove(true);
    }

    private String load(Path image) throws IOException {
        List<KeptImage> loaded = engine.store().load(ImageSource.of(image), null, Progress.NONE);
        return loaded.getFirst().id().toString();
    }

    private void measure(String what, Map<String, Act> acts) throws Exception {
        measure(what, acts, () -> {});
    }

    /** In turns, after rounds that nobody counts. */
    private void measure(String what, Map<String, Act> acts, Act before) throws Exception {
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (var act : acts.entrySet()) {
                before.run();
                Thread.sleep(SETTLING_MILLIS);
                long begun = System.nanoTime();
                act.getValue().run();
                if (round >= 0) {
                    taken.computeIfAbsent(act.getKey(), _ -> new ArrayList<>())
                            .add(System.nanoTime() - begun);
                }
            }
        }
        double first = 0;
        for (var each : taken.entrySet()) {
            List<Long> sorted = each.getValue().stream().sorted().toList();
            double seconds = sorted.get(sorted.size() / 2) / 1e9;
            first = first == 0 ? seconds : first;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.2f | |%n",
                    what,
                    each.getKey(),
                    seconds,
                    first / seconds);
        }
    }

    static void command(List<String> words) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + process.exitValue());
        }
    }
}
