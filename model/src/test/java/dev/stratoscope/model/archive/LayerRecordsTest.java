package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestArchive;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.archive.IndexCache.Kind;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What one opening found is known to the next as long as the file stays as it is. */
class LayerRecordsTest {
    private static final String TEXT = "what is in the file\n".repeat(200_000);

    /** Later than whatever a test writes was written. */
    private static final InstantSource LATER =
            InstantSource.fixed(Instant.parse("2099-01-01T00:00:00Z"));

    private final Folder cache = new Folder();
    private final AtomicLong read = new AtomicLong();

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource(Packing.class)
    void layersAreReadOnce(Packing packing) throws IOException {
        Path file = archive(packing, Packing.NONE);
        assertEquals(TEXT, open(file, LATER));
        assertTrue(read.getAndSet(0) > 0);
        assertEquals(TEXT, open(file, LATER));
        assertEquals(0, read.get());
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void compressedArchivesAreReadOnce(Packing packing) throws IOException {
        Path file = archive(Packing.GZIP, packing);
        assertEquals(TEXT, open(file, LATER));
        assertTrue(read.getAndSet(0) > 0);
        assertEquals(TEXT, open(file, LATER));
        assertEquals(0, read.get());
    }

    @Test
    void aFileThatWasTouchedIsReadAgain() throws IOException {
        Path file = archive(Packing.GZIP, Packing.NONE);
        open(file, LATER);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000)));
        read.set(0);
        open(file, LATER);
        assertTrue(read.get() > 0);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aFileThatIsTooNewIsReadAgain(Packing packing) throws IOException {
        Path file = archive(Packing.GZIP, packing);
        for (Instant now : List.of(Instant.now(), Instant.EPOCH)) {
            open(file, InstantSource.fixed(now));
            read.set(0);
            open(file, LATER);
            assertTrue(read.get() > 0);
            cache.records.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void nonsenseIsReplaced(Packing packing) throws IOException {
        Path file = archive(Packing.GZIP, packing);
        open(file, LATER);
        for (String key : List.copyOf(cache.records.keySet())) {
            MemorySegment sound = cache.records.get(key);
            cache.records.put(key, MemorySegment.ofArray(new byte[] {1, 2, 3}));
            assertEquals(TEXT, open(file, LATER), key);
            assertEquals(-1, sound.mismatch(cache.records.get(key)), key);
        }
    }

    @Test
    void otherLimitsAreOtherRecords() throws IOException {
        Path file = archive(Packing.GZIP, Packing.NONE);
        open(file, LATER);
        read.set(0);
        container(file, LATER, Limits.DEFAULT.with("entries", 1000));
        assertTrue(read.get() > 0);
    }

    @Test
    void nothingIsKeptOfWhatIsRefused() throws IOException {
        byte[] tar = tar();
        Path file = home.resolve("image.tar");
        TestArchive.of(
                        TestArchive.Kind.OCI_ARCHIVE,
                        config(Digest.sha256(new byte[] {1})),
                        List.of(tar),
                        Packing.GZIP)
                .tar(file, Packing.NONE);
        assertThrows(DigestMismatchException.class, () -> open(file, LATER));
        assertEquals(Map.of(), cache.records);
    }

    @Test
    void recordsThatNameBytesThatAreNotThereAreRefused() throws IOException {
        Path file = archive(Packing.GZIP, Packing.GZIP);
        open(file, LATER);
        for (String key : List.copyOf(cache.records.keySet())) {
            if (key.startsWith(Kind.CHECKPOINTS.word())) {
                CheckpointRecorder lies = new CheckpointRecorder();
                lies.add(1L << 40, 0, 1, new byte[0]);
                cache.keep(
                        Kind.CHECKPOINTS,
                        key.substring(key.indexOf(' ') + 1),
                        lies.checkpoints().segment());
            }
        }
        assertThrows(IOException.class, () -> open(file, LATER));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void anIndexThatOnlyLooksSoundIsRefused(int flipped) throws IOException {
        Path file = Files.write(home.resolve("files.tar"), tar());
        open(file, LATER);
        String key =
                cache.records.keySet().stream()
                        .filter(any -> any.startsWith(Kind.LAYER.word()))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes =
                Objects.requireNonNull(cache.records.get(key)).toArray(ValueLayout.JAVA_BYTE);
        int head = 56 + 18 * 32;
        for (int i = head; i < head + flipped; i++) {
            bytes[i] = -1;
        }
        cache.records.put(key, MemorySegment.ofArray(bytes));
        assertThrows(UncheckedIOException.class, () -> open(file, LATER));
    }

    private Path archive(Packing layer, Packing outer) throws IOException {
        byte[] tar = tar();
        Path file = home.resolve("image.tar");
        TestArchive.of(
                        TestArchive.Kind.OCI_ARCHIVE,
                        config(Digest.sha256(tar)),
                        List.of(tar),
                        layer)
                .tar(file, outer);
        return file;
    }

    private static byte[] tar() throws IOException {
        return TestImage.of(TestImage.layer().file("a", "1").file("b", TEXT)).tars().getFirst();
    }

    private static byte[] config(Digest diffId) {
        String text =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":[\"%s\"]}}".formatted(diffId);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Opens the image and returns what is in its file. */
    private String open(Path file, InstantSource clock) throws IOException {
        StoredLayer layer = container(file, clock, Limits.DEFAULT);
        LayerIndex index = layer.scan(Limits.DEFAULT, counting()).index();
        Entry there = index.entry(index.find(ByteString.of("b")), 0);
        try (InputStream in = new LayerContents(List.of(layer)).open(there, 0)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } finally {
            layer.release();
        }
    }

    private StoredLayer container(Path file, InstantSource clock, Limits limits)
            throws IOException {
        ImageContainer container =
                ImageArchive.open(
                        file,
                        ImageArchive.Format.ANY,
                        limits,
                        new LayerRecords(cache, clock),
                        counting());
        StoredLayer layer =
                container.open(container.images().getFirst(), counting()).layers().getFirst();
        layer.scan(limits, counting());
        return layer;
    }

    private Progress counting() {
        return new Progress() {
            @Override
            public Progress child(String what, long total) {
                return this;
            }

            @Override
            public void advance(long units) {
                read.addAndGet(units);
            }
        };
    }

    /** Records in memory. */
    private static final class Folder implements IndexCache {
        private final Map<String, MemorySegment> records = new ConcurrentHashMap<>();

        @Override
        public @Nullable MemorySegment find(Kind kind, String key) {
            return records.get(kind.word() + " " + key);
        }

        @Override
        public @Nullable MemorySegment keep(Kind kind, String key, MemorySegment bytes) {
            MemorySegment kept = MemorySegment.ofArray(bytes.toArray(ValueLayout.JAVA_BYTE));
            records.put(kind.word() + " " + key, kept.asReadOnly());
            return kept.asReadOnly();
        }
    }
}
