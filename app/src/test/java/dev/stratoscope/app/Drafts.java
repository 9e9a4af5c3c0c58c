package dev.stratoscope.app;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Images for tests of which only the steps matter. */
public final class Drafts {
    /** When they and what is in them were made. */
    public static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");

    private Drafts() {}

    /** A layer with nothing in it yet. */
    public static LayerDraft layer() {
        return new LayerDraft(TIME);
    }

    /** An image of Linux on amd64 that runs a shell. */
    public static ImageDraft of(String name, List<Step> steps) {
        return new ImageDraft(
                name,
                new Platform("linux", "amd64", null),
                List.of("sh"),
                List.of(),
                Map.of(),
                TIME,
                steps);
    }

    /**
     * Writes one into the home of an engine.
     *
     * @param name the last part of its name, and the name of the file without its ending
     */
    public static Path write(Engine engine, String name, Step... steps) throws IOException {
        return engine.write(of("demo/" + name + ":1", List.of(steps)), name + ".tar");
    }
}
