package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.SmallDisk;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Entering a compressed stream where things are odd or go wrong. */
class EntryFaultsTest {
    private static final byte[] PLAIN = Plain.some(10 << 20, 5);
    private static final int DEEP = PLAIN.length - 5000;

    @TempDir Path home;

    @Test
    void gzipWithinGzipIsEnteredInBoth() throws IOException {
        Assumptions.assumeTrue(Compression.GZIP.canEnter());
        byte[] inner = Packing.GZIP.pack(PLAIN);
        byte[] outer = Packing.GZIP.pack(inner);
        CompressedSource below = entered(new BytesSource(outer), inner);
        try (CompressedSource above = entered(new Inner(below, inner.length), PLAIN)) {
            for (long offset : new long[] {DEEP, PLAIN.length / 2, 3 << 20, 0, PLAIN.length}) {
                check(above, offset);
            }
            assertTrue(above.entrance(DEEP) > 0);
            assertTrue(below.entrance(inner.length - 1L) > 0);
        }
    }

    @Test
    void membersAreEnteredAtTheirStart() throws IOException {
        Assumptions.assumeTrue(Compression.GZIP.canEnter());
        int each = 2 << 20;
        byte[] empty = Packing.GZIP.pack(new byte[0]);
        List<byte[]> parts = new ArrayList<>(List.of(empty));
        for (int from = 0; from < PLAIN.length; from += each) {
            parts.add(Packing.GZIP.pack(Arrays.copyOfRange(PLAIN, from, from + each)));
            parts.add(empty);
            parts.add(empty);
        }
        parts.add(new byte[700]);
        byte[] packed = Scan.join(parts.toArray(new byte[0][]));
        Checkpoints found = checkpoints(packed, PLAIN, new CheckpointRecorder());
        Checkpoint start = Objects.requireNonNull(found.before(each));
        assertEquals(each, start.plain());
        assertEquals(0, start.window().length);
        try (CompressedSource source = source(new BytesSource(packed), Compression.GZIP)) {
            source.learn(found);
            for (long offset : new long[] {each - 1, each, each + 1, DEEP, PLAIN.length}) {
                check(source, offset);
            }
            assertThrows(EOFException.class, () -> source.open(PLAIN.length + 1L).close());
        }
    }

    @Test
    void damageIsMetOnlyByWhoComesToIt() throws IOException {
        Assumptions.assumeTrue(Compression.GZIP.canEnter());
        byte[] packed = Packing.GZIP.pack(PLAIN);
        Checkpoints found = checkpoints(packed, PLAIN, new CheckpointRecorder());
        byte[] cut = Arrays.copyOf(packed, packed.length - (1 << 20));
        try (CompressedSource source = source(new BytesSource(cut), Compression.GZIP)) {
            source.learn(found);
            try (InputStream in = source.open(5 << 20)) {
                byte[] expected = Arrays.copyOfRange(PLAIN, 5 << 20, (5 << 20) + 100);
                assertArrayEquals(expected, in.readNBytes(100));
            }
            assertThrows(IOException.class, () -> source.open(DEEP).close());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 10})
    void offsetsThatNoFileHasAreRefused(long offset) throws IOException {
        FileSlice slice = new FileSlice(Files.write(home.resolve("f"), PLAIN), 3, 9);
        assertThrows(EOFException.class, () -> slice.open(offset).close());
        CompressedSource none = source(slice, Compression.NONE);
        assertThrows(EOFException.class, () -> none.open(offset).close());
        byte[] packed = Packing.GZIP.pack(new byte[9]);
        CompressedSource gzip = source(new BytesSource(packed), Compression.GZIP);
        assertThrows(EOFException.class, () -> gzip.open(offset).close());
    }

    @Test
    void aCheckpointBeyondTheFileIsRefused() throws IOException {
        Assumptions.assumeTrue(Compression.GZIP.canEnter());
        byte[] packed = Packing.GZIP.pack(PLAIN);
        FileSlice slice = new FileSlice(Files.write(home.resolve("f"), packed), 0, packed.length);
        CheckpointRecorder lies = new CheckpointRecorder();
        lies.add(1L << 40, 3, 1 << 20, new byte[0]);
        try (CompressedSource source = source(slice, Compression.GZIP)) {
            source.learn(lies.checkpoints());
            assertThrows(EOFException.class, () -> source.open(2 << 20).close());
            check(source, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZIP", "BZIP2"})
    void whoIsInterruptedWhileEnteringCanEnterLater(String how) throws IOException {
        Compression compression = Compression.valueOf(how);
        byte[] packed = Packing.valueOf(how).pack(PLAIN);
        try (CompressedSource source = source(new BytesSource(packed), compression)) {
            Thread.currentThread().interrupt();
            try {
                assertThrows(InterruptedIOException.class, () -> source.open(DEEP).close());
                Thread.currentThread().interrupt();
                assertThrows(InterruptedIOException.class, () -> source.open(1 << 20).close());
            } finally {
                Thread.interrupted();
            }
            check(source, DEEP);
            assertEquals(DEEP, source.entrance(DEEP));
        }
        assertEquals(0, left(home));
    }

    @Test
    void interruptedCopiesAreMadeLater() throws IOException {
        Interrupting packed = new Interrupting(Packing.BZIP2.pack(PLAIN));
        try (CompressedSource source = source(packed, Compression.BZIP2)) {
            try {
                assertThrows(InterruptedIOException.class, () -> source.open(DEEP).close());
            } finally {
                Thread.interrupted();
            }
            packed.interrupts = false;
            check(source, DEEP);
            assertEquals(DEEP, source.entrance(DEEP));
        }
    }

    @Test
    void aFullDiskIsNoError() throws Exception {
        byte[] packed = Packing.BZIP2.pack(PLAIN);
        try (SmallDisk disk = SmallDisk.mount(home.resolve("disk"), 4);
                CompressedSource source =
                        new CompressedSource(
                                new BytesSource(packed), Compression.BZIP2, disk.folder())) {
            long room = Files.getFileStore(disk.folder()).getUsableSpace();
            check(source, DEEP);
            assertEquals(0, source.entrance(DEEP));
            assertEquals(0, left(disk.folder()));
            assertEquals(room, Files.getFileStore(disk.folder()).getUsableSpace());
        }
    }

    private static void check(CompressedSource source, long offset) throws IOException {
        try (InputStream in = source.open(offset)) {
            byte[] expected = Arrays.copyOfRange(PLAIN, (int) offset, PLAIN.length);
            assertArrayEquals(expected, in.readAllBytes(), "from " + offset);
        }
    }

    private CompressedSource source(ByteSource stored, Compression compression) {
        return new CompressedSource(stored, compression, home);
    }

    private CompressedSource entered(ByteSource stored, byte[] plain) throws IOException {
        CompressedSource source = source(stored, Compression.GZIP);
        try (InputStream all = stored.open(0)) {
            source.learn(checkpoints(all.readAllBytes(), plain, new CheckpointRecorder()));
        }
        return source;
    }

    private static Checkpoints checkpoints(byte[] packed, byte[] plain, CheckpointRecorder recorder)
            throws IOException {
        try (InputStream all = Compression.GZIP.plain(new BytesSource(packed).open(0), recorder)) {
            assertArrayEquals(plain, all.readAllBytes());
        }
        return recorder.checkpoints();
    }

    private static long left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** What is stored within something compressed. */
    private record Inner(CompressedSource source, long size) implements ByteSource {
        @Override
        public InputStream open(long offset) throws IOException {
            return source.open(offset);
        }

        @Override
        public long entrance(long offset) {
            return source.entrance(offset);
        }
    }

    /** Bytes whose reader is interrupted once it has begun. */
    private static final class Interrupting implements ByteSource {
        private final BytesSource bytes;
        private boolean interrupts = true;

        Interrupting(byte[] bytes) {
            this.bytes = new BytesSource(bytes);
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public InputStream open(long offset) throws IOException {
            if (interrupts) {
                Thread.currentThread().interrupt();
            }
            return bytes.open(offset);
        }
    }
}
