package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is known of a layer from writing it is what a pass over the written bytes finds. */
class LayerBlobTest {
    private static final Limits LIMITS =
            Limits.DEFAULT.with("expandedBytes", 1L << 50).with("expandedRatio", Integer.MAX_VALUE);

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Made(byte[] blob, ScannedLayer known) {}

    @Test
    void randomEntriesAreKnownAsTheyAreRead() throws IOException {
        int layers = 0;
        for (int seed = 0; seed < 3000; seed++) {
            List<EntryList.One> entries = new RandomEntries(seed).list().entries();
            Made made;
            try {
                made = write(entries);
            } catch (ImageFormatException e) {
                byte[] tar = new EntryList(entries).write();
                assertThrows(ImageFormatException.class, () -> scan(tar), "seed " + seed);
                continue;
            }
            layers++;
            assertSame(scan(made.blob()), made.known(), "seed " + seed);
        }
        assertTrue(layers > 300, layers + " layers");
    }

    @Test
    void marksOfWhatIsGoneAreKnown() throws IOException {
        List<EntryList.One> entries = new ArrayList<>();
        entries.add(one("etc/", EntryType.DIRECTORY, ""));
        entries.add(one("etc/.wh.passwd", EntryType.WHITEOUT, ""));
        entries.add(one("var/lib/", EntryType.DIRECTORY, ""));
        entries.add(one("var/lib/.wh..wh..opq", EntryType.WHITEOUT, ""));
        entries.add(one("var/lib/new", EntryType.FILE, "text"));
        entries.add(one("var/lib/new", EntryType.FILE, "text again"));
        entries.add(one("empty", EntryType.FILE, ""));
        Made made = write(entries);
        assertSame(scan(made.blob()), made.known(), "");
    }

    @Test
    void aSparseFileIsHashedWithItsHoles() throws IOException {
        for (long hole : new long[] {0, 1, 70_000, Entry.MOST_HOLES, Entry.MOST_HOLES + 1}) {
            List<Entry.Extent> pieces =
                    List.of(new Entry.Extent(hole, 3), new Entry.Extent(hole + 3, 2));
            Made made =
                    write(
                            List.of(
                                    new EntryList.One(
                                            ByteString.of("sparse"),
                                            Attributes.file(hole + 9),
                                            pieces,
                                            ByteString.of("bytes"))));
            assertSame(scan(made.blob()), made.known(), "a hole of " + hole);
        }
    }

    @Test
    void moreBytesThanWereAnnouncedAreRefused() throws IOException {
        ByteString path = ByteString.of("more");
        LayerEntry entry =
                new LayerEntry(path, Attributes.file(3), new Entry(path, 0, 3, 0, null, null));
        Contents longer = (_, _) -> new ByteArrayInputStream(new byte[4]);
        try (LayerBlob blob = new LayerBlob(new ByteArrayOutputStream(), LIMITS)) {
            assertThrows(
                    ImageFormatException.class,
                    () -> blob.write(List.of(entry), longer, Progress.NONE));
        }
    }

    @Test
    void aLayerBeyondTheLimitsIsRefused() throws IOException {
        ByteString path = ByteString.of("hollow");
        long size = 1L << 40;
        List<Entry.Extent> pieces = List.of(new Entry.Extent(size - 1, 1));
        LayerEntry entry =
                new LayerEntry(
                        path, Attributes.file(size), new Entry(path, 0, size, 0, pieces, null));
        Contents one = (_, _) -> new ByteArrayInputStream(new byte[1]);
        Limits limits = Limits.DEFAULT.with("expandedBytes", 1L << 39);
        try (LayerBlob blob = new LayerBlob(new ByteArrayOutputStream(), limits)) {
            LimitException told =
                    assertThrows(
                            LimitException.class,
                            () -> blob.write(List.of(entry), one, Progress.NONE));
            assertEquals("expandedBytes", told.limit());
        }
    }

    @Test
    void itCanBeEnteredWhereItWasTakenDown() throws IOException {
        byte[] plain = Plain.some(9 << 20, 4);
        List<EntryList.One> entries = new ArrayList<>();
        int half = plain.length / 2;
        entries.add(
                new EntryList.One(
                        ByteString.of("one"),
                        Attributes.file(half),
                        null,
                        ByteString.of(plain, 0, half)));
        entries.add(
                new EntryList.One(
                        ByteString.of("two"),
                        Attributes.file(plain.length - half),
                        null,
                        ByteString.of(plain, half, plain.length)));
        Made made = write(entries);
        assumeTrue(Compression.GZIP.canEnter(), "no zlib of the system");
        byte[] tar;
        try (InputStream all = Compression.GZIP.plain(new ByteArrayInputStream(made.blob()))) {
            tar = all.readAllBytes();
        }
        Checkpoints places = Objects.requireNonNull(made.known().checkpoints());
        assertEquals(4, places.count());
        for (int offset = 0; offset < tar.length; offset += 400_003) {
            Checkpoint place = places.before(offset);
            if (place == null) {
                assertTrue(offset < CheckpointRecorder.PLAIN_BETWEEN);
                continue;
            }
            assertTrue(offset - place.plain() <= CheckpointRecorder.PLAIN_BETWEEN);
            InputStream stored = new BytesSource(made.blob()).open(place.start());
            try (InputStream in = Compression.GZIP.enter(stored, place)) {
                in.skipNBytes(offset - place.plain());
                byte[] some = in.readNBytes(1000);
                byte[] expected = new byte[some.length];
                System.arraycopy(tar, offset, expected, 0, some.length);
                assertArrayEquals(expected, some);
            }
        }
    }

    private static void assertSame(ScannedLayer read, ScannedLayer known, String about) {
        assertEquals(read.blob(), known.blob(), about);
        assertEquals(read.diffId(), known.diffId(), about);
        assertEquals(read.index().contentSize(), known.index().contentSize(), about);
        assertArrayEquals(
                read.index().segment().toArray(ValueLayout.JAVA_BYTE),
                known.index().segment().toArray(ValueLayout.JAVA_BYTE),
                about);
    }

    private static EntryList.One one(String path, EntryType type, String content) {
        ByteString bytes = ByteString.of(content);
        Attributes file = Attributes.file(bytes.length());
        Attributes said =
                new Attributes(
                        type,
                        0644,
                        7,
                        8,
                        "",
                        "",
                        file.size(),
                        9,
                        10,
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        return new EntryList.One(ByteString.of(path), said, null, bytes);
    }

    private static ScannedLayer scan(byte[] stored) throws IOException {
        return LayerScan.scan("layer.tar", new ByteArrayInputStream(stored), LIMITS, Progress.NONE);
    }

    private static Made write(List<EntryList.One> entries) throws IOException {
        List<LayerEntry> layer = new ArrayList<>();
        for (EntryList.One one : entries) {
            Attributes said = one.attributes();
            Entry file =
                    said.type() == EntryType.FILE
                            ? new Entry(
                                    one.path(), 0, said.size(), layer.size(), one.sparse(), null)
                            : null;
            layer.add(new LayerEntry(one.path(), said, file));
        }
        Contents contents =
                (entry, offset) -> {
                    EntryList.One one = entries.get((int) entry.offset());
                    byte[] stored = one.content().toByteArray();
                    List<Entry.Extent> pieces = one.sparse();
                    if (pieces == null) {
                        return new ByteArrayInputStream(
                                stored, (int) offset, stored.length - (int) offset);
                    }
                    int from = (int) SparseStream.storedBefore(pieces, offset);
                    return new SparseStream(
                            new ByteArrayInputStream(stored, from, stored.length - from),
                            pieces,
                            entry.size(),
                            offset);
                };
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        try (LayerBlob out = new LayerBlob(blob, LIMITS)) {
            out.write(layer, contents, Progress.NONE);
            byte[] bytes = blob.toByteArray();
            Descriptor stored =
                    new Descriptor(MediaType.OCI_LAYER_GZIP, Digest.sha256(bytes), bytes.length);
            return new Made(bytes, out.scanned(stored));
        }
    }
}
