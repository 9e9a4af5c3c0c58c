package dev.stratoscope.app.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.Finding.Code;
import dev.stratoscope.model.image.Finding.Severity;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

final class FindingPlaceTest {
    @TempDir Path folder;

    @Test
    void aFindingOfAPathIsThereInItsLayer() throws IOException {
        assertEquals(
                new FindingPlace(0, ByteString.of("etc/a b")),
                FindingPlace.of(ofPath("etc/a b").inLayer(0), layers()));
    }

    @Test
    void aPathThatTheLayerDoesNotShowIsAboutTheLayer() throws IOException {
        assertEquals(
                new FindingPlace(0, null), FindingPlace.of(ofPath("gone").inLayer(0), layers()));
        assertEquals(
                new FindingPlace(0, null), FindingPlace.of(ofPath("../x").inLayer(0), layers()));
        Finding whole = Finding.ofLayer(Code.SIZE_MISMATCH, Severity.ERROR, 0, "is too long");
        assertEquals(new FindingPlace(0, null), FindingPlace.of(whole, layers()));
        assertEquals(
                new FindingPlace(7, null), FindingPlace.of(ofPath("etc/a").inLayer(7), layers()));
    }

    @Test
    void aFindingOfTheImageHasNoPlace() throws IOException {
        assertNull(
                FindingPlace.of(
                        Finding.ofDocument(Code.HISTORY_SHORT, Severity.INFO, "history", "tells"),
                        layers()));
    }

    @Test
    void theWorstSeverityIsCounted() {
        Finding note = new Finding(Severity.INFO, "x", "y");
        Finding warning = new Finding(Severity.WARNING, "x", "y");
        Finding error = new Finding(Severity.ERROR, "x", "y");
        assertEquals("2 errors", words(note, error, warning, error));
        assertEquals("1 warning", words(note, warning, note));
        assertEquals("2 notes", words(note, note));
        assertEquals(FindingTally.NONE, FindingTally.of(List.of()));
    }

    private static String words(Finding... findings) {
        return FindingTally.of(List.of(findings)).words();
    }

    private static Finding ofPath(String path) {
        return new Finding(Severity.WARNING, path, "comes more than once");
    }

    private List<LayerFacts> layers() throws IOException {
        LayerDraft layer = Drafts.layer().file("etc/a", 0644, "x").file("etc/a b", 0644, "y");
        ImageDraft draft = Drafts.of("demo/place:1", List.of(new Step("RUN x", layer.items())));
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(draft, "place.tar");
            return engine.open(ImageSource.of(file), null, Progress.NONE).layers(Progress.NONE);
        }
    }
}
