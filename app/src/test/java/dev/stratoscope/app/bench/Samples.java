package dev.stratoscope.app.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images made for measuring; the same arguments give the same bytes. */
final class Samples {
    /** What an image of {@link #shell} is called. */
    static final String SHELL = "bench/shell:1";

    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");

    private Samples() {}

    /** A base layer of many files, and a small one that tells images over it apart. */
    static Path image(Path home, String name, int files) throws IOException {
        LayerDraft base = new LayerDraft(TIME);
        for (int i = 0; i < files; i++) {
            base.file("srv/%03d/file-%06d.txt".formatted(i % 1000, i), 0644, "file " + i);
        }
        LayerDraft own = new LayerDraft(TIME).file("etc/name", 0644, name);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("COPY base /", base.items()));
        steps.add(new Step("COPY own /", own.items()));
        ImageDraft draft =
                new ImageDraft(
                        "bench/" + name + ":1",
                        new Platform("linux", "amd64", null),
                        List.of("/bin/true"),
                        List.of(),
                        Map.of(),
                        TIME,
                        steps);
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return engine.write(draft, name + ".tar");
        }
    }

    /**
     * An image with a shell and a few commands.
     *
     * @throws IOException when there is no busybox here that needs no library
     */
    static Path shell(Path home) throws IOException {
        LayerDraft shell =
                new LayerDraft(TIME)
                        .file("bin/busybox", 0755, ByteString.of(Files.readAllBytes(BUSYBOX)));
        for (String name : List.of("sh", "sleep", "true", "echo")) {
            shell.symlink("bin/" + name, "busybox");
        }
        ImageDraft draft =
                new ImageDraft(
                        SHELL,
                        new Platform("linux", "amd64", null),
                        List.of("/bin/sh"),
                        List.of(),
                        Map.of(),
                        TIME,
                        List.of(new Step("COPY shell /", shell.items())));
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return engine.write(draft, "shell.tar");
        }
    }
}
