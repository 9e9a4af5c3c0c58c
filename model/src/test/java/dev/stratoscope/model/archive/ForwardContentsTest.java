package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestArchive;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class ForwardContentsTest {
    @Test
    void whatFollowsAFailureIsReadFromItsOwnPlace(@TempDir Path home) throws IOException {
        TestImage.Layer layer = TestImage.layer().file("a", "1").file("b", "2");
        List<StoredLayer> layers = layers(home, layer);
        LayerIndex index = layers.getFirst().scan(Limits.DEFAULT, Progress.NONE).index();
        Entry there = index.entry(index.find(ByteString.of("b")), 0);
        Entry beyond = new Entry(there.path(), 0, 1, 1 << 20, null, null);
        try (ForwardContents contents = new ForwardContents(layers)) {
            assertThrows(EOFException.class, () -> contents.open(beyond, 0).close());
            try (InputStream in = contents.open(there, 0)) {
                assertEquals("2", new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void anyOrderGivesWhatEachFileHolds(@TempDir Path home) throws IOException {
        byte[] noise = Plain.some(3 << 20, 7);
        String text = new String(noise, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "x");
        TestImage.Layer layer = TestImage.layer();
        for (int i = 0; i < 9; i++) {
            layer = layer.file("f" + i, i + text).file("s" + i, "small " + i);
        }
        List<StoredLayer> layers = layers(home, layer);
        LayerIndex index = layers.getFirst().scan(Limits.DEFAULT, Progress.NONE).index();
        try (ForwardContents contents = new ForwardContents(layers)) {
            for (int i : new int[] {0, 1, 8, 3, 3, 2, 4, 5, 8, 0}) {
                Entry small = index.entry(index.find(ByteString.of("s" + i)), 0);
                assertEquals("small " + i, read(contents.open(small, 0)));
                Entry large = index.entry(index.find(ByteString.of("f" + i)), 0);
                if (i % 2 == 0) {
                    assertEquals(i + text, read(contents.open(large, 0)));
                }
                try (InputStream in = contents.open(large, 0)) {
                    assertEquals('0' + i, in.read());
                }
                assertEquals(text, read(contents.open(large, 1)));
            }
        }
        layers.getFirst().release();
    }

    private static String read(InputStream from) throws IOException {
        try (from) {
            return new String(from.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static List<StoredLayer> layers(Path home, TestImage.Layer layer) throws IOException {
        byte[] tar = TestImage.of(layer).tars().getFirst();
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":[\"%s\"]}}".formatted(Digest.sha256(tar));
        Path file = home.resolve("image.tar");
        TestArchive.of(
                        TestArchive.Kind.OCI_ARCHIVE,
                        config.getBytes(StandardCharsets.US_ASCII),
                        List.of(tar),
                        Packing.GZIP)
                .tar(file, Packing.NONE);
        return TestContainers.open(file, Limits.DEFAULT).layers();
    }
}
