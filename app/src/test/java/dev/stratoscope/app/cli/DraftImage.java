package dev.stratoscope.app.cli;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.Item;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes images for tests, step by step. */
final class DraftImage {
    static final Instant TIME = Instant.parse("2026-11-20T22:10:07Z");

    private final Instant time;
    private final List<Step> steps = new ArrayList<>();

    DraftImage() {
        this(TIME);
    }

    /**
     * An image with no steps yet.
     *
     * @param time when it and its steps were made
     */
    DraftImage(Instant time) {
        this.time = time;
    }

    /** A layer with nothing in it yet. */
    static LayerDraft layer() {
        return new LayerDraft(TIME);
    }

    DraftImage step(String createdBy, LayerDraft layer) {
        steps.add(new Step(createdBy, layer.items()));
        return this;
    }

    DraftImage step(String createdBy, Item... items) {
        steps.add(new Step(createdBy, List.of(items)));
        return this;
    }

    /** Writes the archive; returns it as a command line names it. */
    String writeTo(Path home) throws IOException {
        ImageDraft draft =
                new ImageDraft(
                        "demo/draft:1",
                        new Platform("linux", "amd64", null),
                        List.of("/bin/sh"),
                        List.of("PATH=/bin"),
                        Map.of("note", "<a> & b"),
                        time,
                        steps);
        try (Engine engine = Engine.open(home, CommandLineRun.CLOCK)) {
            return engine.write(draft, "draft.tar").toString();
        }
    }
}
