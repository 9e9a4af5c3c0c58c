package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.BrokenLinksException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** An image's timeline grows with the layers that were read. */
class OpenImageTimelineTest {
    @TempDir Path folder;

    @Test
    void onlyTheLayersAskedForAreRead() throws IOException {
        OpenImage image =
                open(
                        tar(layer().file("a", "1")),
                        tar(layer().file("b", "2")),
                        "no tar".getBytes(StandardCharsets.US_ASCII));
        assertEquals(new ChangeCounts(1, 0, 0, 0), at(image, 2, 1).counts());
        assertThrows(ImageFormatException.class, () -> image.timeline(3, Progress.NONE));
        assertEquals(new ChangeCounts(1, 0, 0, 0), at(image, 1, 0).counts());
        assertEquals(0, image.timeline(0, Progress.NONE).layers());
    }

    @Test
    void onceAllLayersWereReadEveryNumberOfThemHasTheSameNodes() throws IOException {
        OpenImage image = open(tar(layer().file("a", "1")), tar(layer().file("b", "2")));
        Changeset alone = at(image, 1, 0);
        image.layers(Progress.NONE);
        Changeset top = at(image, 2, 1);
        Changeset lower = at(image, 1, 0);
        assertFalse(alone.sharesNodes(top));
        assertTrue(lower.sharesNodes(top));
        assertEquals(1, lower.paths());
        assertEquals(2, top.paths());
    }

    @Test
    void layersBelowABrokenLinkStayUsable() throws IOException {
        OpenImage image = open(tar(layer().file("a", "1")), tar(layer().hardLink("l", "missing")));
        image.layers(Progress.NONE);
        assertEquals(new ChangeCounts(1, 0, 0, 0), at(image, 1, 0).counts());
        assertThrows(BrokenLinksException.class, () -> at(image, 2, 1));
    }

    private static Changeset at(OpenImage image, int count, int layer) throws IOException {
        return image.timeline(count, Progress.NONE).upTo(layer);
    }

    private static byte[] tar(TestImage.Layer layer) throws IOException {
        return TestImage.tar(layer.items());
    }

    private OpenImage open(byte[]... layers) throws IOException {
        List<String> diffIds = new ArrayList<>();
        for (byte[] layer : layers) {
            diffIds.add("\"" + Digest.sha256(layer) + "\"");
        }
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":"
                        + diffIds
                        + "}}";
        Path file =
                TestArchive.of(
                                TestArchive.Kind.OCI_ARCHIVE,
                                config.getBytes(StandardCharsets.US_ASCII),
                                List.of(layers),
                                Packing.NONE)
                        .tar(folder.resolve("image.tar"), Packing.NONE);
        return Engine.open(folder, Clock.systemUTC())
                .open(ImageSource.of(file), null, Progress.NONE);
    }
}
