package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndexBuilder;
import dev.stratoscope.model.tree.Subtree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The bytes of files as they are extracted: sparse, checked, and whole or not at all. */
class ExtractedBytesTest {
    @TempDir Path folder;

    private static TestImage.Layer layer() {
        return TestImage.layer();
    }

    @Test
    void sparseFilesAreWrittenAsTheirPiecesOnly() throws IOException {
        long size = 1L << 33;
        ByteString name = ByteString.of("sparse");
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        List<Entry.Extent> pieces =
                List.of(new Entry.Extent(1 << 20, 3), new Entry.Extent(1L << 32, 2));
        builder.add(name, file(size), 512, new byte[32], pieces);
        FileTree tree = FileTree.merge(List.of(builder.build(2048)));
        Extracted result =
                Extraction.run(
                        Subtree.of(tree, tree.find(name)),
                        (entry, offset) -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}),
                        folder,
                        ExtractOptions.DEFAULT,
                        Progress.NONE);
        assertEquals(size, result.bytes());
        Path made = folder.resolve("sparse");
        assertEquals(size, Files.size(made));
        try (var in = Files.newByteChannel(made)) {
            ByteBuffer end = ByteBuffer.allocate(3);
            assertEquals(3, in.position((1L << 32) - 1).read(end));
            assertArrayEquals(new byte[] {0, 4, 5}, end.array());
        }
    }

    @Test
    void bytesThatAreNotTheLayersAreRefusedAndNotLeftBehind() throws IOException {
        Pulled image = Pulled.of(layer().file("d/f", "right"));
        Files.createDirectory(folder.resolve("d"));
        for (String old : new String[] {"", "old"}) {
            if (!old.isEmpty()) {
                Files.writeString(folder.resolve("d/f"), old);
            }
            Subtree files = image.files("");
            var e =
                    assertThrows(
                            DigestMismatchException.class,
                            () ->
                                    Extraction.run(
                                            files,
                                            (entry, offset) ->
                                                    new ByteArrayInputStream(
                                                            "wrong".getBytes(US_ASCII)),
                                            folder,
                                            ExtractOptions.DEFAULT,
                                            Progress.NONE));
            assertTrue(String.valueOf(e.getMessage()).startsWith("d/f: digest is sha256:"));
            assertEquals(old.isEmpty() ? 1 : 2, Listing.of(folder.resolve("d")).size());
        }
        assertEquals("old", Files.readString(folder.resolve("d/f")));
    }

    @Test
    void theHolesOfASparseFileCountInItsDigest() throws IOException {
        byte[] whole = {0, 0, 1, 2, 3, 0, 4, 5, 0};
        ByteString name = ByteString.of("sparse");
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        List<Entry.Extent> pieces = List.of(new Entry.Extent(2, 3), new Entry.Extent(6, 2));
        byte[] hash = Digest.sha256(whole).hash();
        builder.add(name, file(whole.length), 512, hash, pieces);
        FileTree tree = FileTree.merge(List.of(builder.build(2048)));
        Extraction.run(
                Subtree.of(tree, tree.find(name)),
                (entry, offset) -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}),
                folder,
                ExtractOptions.DEFAULT,
                Progress.NONE);
        assertArrayEquals(whole, Files.readAllBytes(folder.resolve("sparse")));
    }

    private static Attributes file(long size) {
        return new Attributes(
                EntryType.FILE, 0644, 0, 0, "", "", size, 5, 0, ByteString.EMPTY, 0, 0, Map.of());
    }

    @Test
    void cancellingLeavesNoPartOfAFile() throws IOException {
        Pulled image = Pulled.of(layer().file("f", "x".repeat(1 << 20)));
        Files.writeString(folder.resolve("f"), "old");
        Subtree files = image.files("");
        Meter meter = new Meter("test");
        assertThrows(
                InterruptedIOException.class,
                () ->
                        Extraction.run(
                                files,
                                (entry, offset) -> {
                                    meter.cancel();
                                    return image.image().contents().open(entry, offset);
                                },
                                folder,
                                ExtractOptions.DEFAULT,
                                meter));
        assertEquals("old", Files.readString(folder.resolve("f")));
        assertEquals(2, Listing.of(folder).size());
    }
}
