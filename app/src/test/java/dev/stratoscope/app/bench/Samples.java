package dev.stratoscope.app.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images made for measuring; the same arguments give the same bytes. */
final class Samples {
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
}
