package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sparse files from one layer to another. */
class LayerWriterTest {
    private static final long GIB = 1L << 30;

    @Test
    void aSparseFileOfTerabytesStaysSparseAndIsCopiedAtOnce() throws IOException {
        byte[] tar = sparse(List.of(1L, 2L, 700L, 3L, 2_000L * GIB, 4L, 2_000L * GIB + 9, 0L));
        LayerIndex index = index(tar);
        Entry file = index.entry(1, 0);
        int[] opened = new int[1];
        Contents contents =
                (entry, offset) -> {
                    opened[0]++;
                    List<Entry.Extent> pieces = pieces(entry);
                    int from = (int) (entry.offset() + SparseStream.storedBefore(pieces, offset));
                    return new SparseStream(
                            new ByteArrayInputStream(tar, from, tar.length - from),
                            pieces,
                            entry.size(),
                            offset);
                };
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        LayerWriter.write(
                List.of(new LayerEntry(file.path(), index.attributes(1), file)),
                contents,
                again,
                Progress.NONE);
        assertArrayEquals(tar, again.toByteArray());
        assertEquals(2, opened[0]);
        assertTrue(index(again.toByteArray()).sameContent(1, index, 1));
    }

    @Test
    void aSparseFileReadsTheSameFromEveryOffset() throws IOException {
        byte[] tar = sparse(List.of(3L, 5L, 8L, 1L, 20L, 7L));
        Entry file = index(tar).entry(1, 0);
        List<Entry.Extent> pieces = pieces(file);
        byte[] whole = bytes(tar, file, 0);
        assertEquals(27, whole.length);
        for (int offset = 0; offset <= 27; offset++) {
            byte[] rest = bytes(tar, file, offset);
            assertArrayEquals(Arrays.copyOfRange(whole, offset, 27), rest);
        }
        assertEquals(13, SparseStream.storedBefore(pieces, 27));
    }

    private static byte[] bytes(byte[] tar, Entry file, long offset) throws IOException {
        int from = (int) (file.offset() + SparseStream.storedBefore(pieces(file), offset));
        try (SparseStream in =
                new SparseStream(
                        new ByteArrayInputStream(tar, from, tar.length - from),
                        pieces(file),
                        file.size(),
                        offset)) {
            return in.readAllBytes();
        }
    }

    private static List<Entry.Extent> pieces(Entry file) {
        List<Entry.Extent> pieces = file.sparse();
        if (pieces == null) {
            throw new AssertionError("not sparse");
        }
        return pieces;
    }

    private static byte[] sparse(List<Long> numbers) throws IOException {
        List<Entry.Extent> pieces = new ArrayList<>();
        StringBuilder stored = new StringBuilder();
        for (int i = 0; i < numbers.size(); i += 2) {
            pieces.add(new Entry.Extent(numbers.get(i), numbers.get(i + 1)));
            stored.append("x".repeat(numbers.get(i + 1).intValue()));
        }
        long size = pieces.getLast().offset() + pieces.getLast().length();
        Attributes said =
                new Attributes(
                        EntryType.FILE,
                        0644,
                        0,
                        0,
                        "",
                        "",
                        size,
                        0,
                        0,
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        ByteString content = ByteString.of(stored.toString());
        return new EntryList(List.of(new EntryList.One(ByteString.of("s"), said, pieces, content)))
                .write();
    }

    private static LayerIndex index(byte[] tar) throws IOException {
        return LayerScan.scan(
                        "layer.tar",
                        new ByteArrayInputStream(tar),
                        Limits.DEFAULT.with("expandedBytes", 1L << 50),
                        Progress.NONE)
                .index();
    }
}
