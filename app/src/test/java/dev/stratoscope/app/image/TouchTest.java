package dev.stratoscope.app.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class TouchTest {
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");

    @TempDir Path folder;

    @Test
    void everyLayerThatSpeaksOfAPathIsNamedWithWhatItDid() throws IOException {
        assertEquals(
                List.of(
                        "0 ADDED ",
                        "1 METADATA_ONLY ",
                        "2 MODIFIED ",
                        "3 DELETED removed by .wh.f",
                        "4 ADDED "),
                touches(
                        "d/f",
                        layer().file("d/f", 0644, "one"),
                        layer().file("d/f", 0600, "one"),
                        layer().file("d/f", 0600, "two"),
                        layer().whiteout("d/f"),
                        layer().file("d/f", 0644, "three"),
                        layer().file("other", 0644, "")));
    }

    @Test
    void aPathIsHiddenByWhatHappensAboveIt() throws IOException {
        assertEquals(
                List.of("0 ADDED ", "1 DELETED hidden by the opaque d"),
                touches("d/f", layer().file("d/f", 0644, "one"), layer().opaque("d")));
        assertEquals(
                List.of("0 ADDED ", "1 DELETED removed by .wh.d"),
                touches("d/f", layer().file("d/f", 0644, "one"), layer().whiteout("d")));
        assertEquals(
                List.of("0 ADDED ", "1 DELETED d was replaced"),
                touches("d/f", layer().file("d/f", 0644, "one"), layer().file("d", 0644, "x")));
    }

    private static LayerDraft layer() {
        return new LayerDraft(TIME);
    }

    private List<String> touches(String path, LayerDraft... layers) throws IOException {
        ImageDraft draft =
                new ImageDraft(
                        "demo/touch:1",
                        new Platform("linux", "amd64", null),
                        List.of(),
                        List.of(),
                        Map.of(),
                        TIME,
                        Stream.of(layers).map(layer -> new Step("RUN x", layer.items())).toList());
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(draft, layers.length + path.length() + ".tar");
            var facts =
                    engine.open(ImageSource.of(file), null, Progress.NONE).layers(Progress.NONE);
            return Touch.of(facts, ByteString.of(path)).stream()
                    .map(touch -> touch.layer() + " " + touch.kind() + " " + touch.words())
                    .toList();
        }
    }
}
