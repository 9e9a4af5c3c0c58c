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
        List<StoredLayer> layers = TestContainers.open(file, Limits.DEFAULT).layers();
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
}
