package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.image.Finding;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What verifying says of hard links that are names of no file. */
class LinkVerificationTest extends VerifiedImages {
    @Test
    void everyHardLinkToNothingIsToldAndManyAreCounted() throws IOException {
        TestImage.Layer links = layer();
        for (int i = 0; i < 25; i++) {
            links.hardLink("b" + i, "gone" + i);
        }
        List<Finding> found = findings(TestImage.of(layer().file("a", "1"), links));
        assertEquals(21, found.size());
        assertEquals("b11", found.get(3).path());
        assertEquals("layers: have 5 more hard links to nothing", found.getLast().toString());
    }

    @Test
    void hardLinksToFoldersAreToldWithTheirLayer() throws IOException {
        List<Finding> found =
                findings(
                        TestImage.of(
                                layer().file("a", "1"),
                                layer().directory("d").hardLink("b", "d").hardLink("c", "d")));
        assertEquals(List.of("unreadable-layer 1", "broken-link 1", "broken-link 1"), codes(found));
    }

    @Test
    void aHardLinkToNothingIsAnErrorOfTheStack() throws IOException {
        List<Finding> found =
                findings(TestImage.of(layer().file("a", "1"), layer().hardLink("b", "gone")));
        assertEquals(List.of("broken-link -1"), codes(found));
    }

    @Test
    void aHardLinkToNothingBelowADamagedLayerIsStillFound() throws IOException {
        TestImage image = TestImage.of(layer().hardLink("b", "gone"), layer().file("a", "1"));
        Path layout = layout(image, Packing.GZIP);
        Files.delete(layout.resolve(blob(layout, 1)));
        assertEquals(List.of("missing-blob 1", "broken-link -1"), codes(findings(layout)));
    }
}
