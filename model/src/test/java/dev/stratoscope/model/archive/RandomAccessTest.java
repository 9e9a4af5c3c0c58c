package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.Tools;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Reading from any byte of a compressed stream gives what inflating all of it gives there. */
class RandomAccessTest {
    private static final byte[] PLAIN = Plain.some(9 << 20, 1);

    private static final String GO_WRITER =
            """
            package main

            import (
            \t"compress/gzip"
            \t"io"
            \t"os"
            )

            func main() {
            \tout := gzip.NewWriter(os.Stdout)
            \tio.Copy(out, os.Stdin)
            \tout.Close()
            }
            """;

    @TempDir Path home;

    static Stream<List<Integer>> deflations() {
        return Stream.of(
                List.of(Deflater.DEFAULT_STRATEGY, 0),
                List.of(Deflater.DEFAULT_STRATEGY, 1),
                List.of(Deflater.DEFAULT_STRATEGY, 9),
                List.of(Deflater.HUFFMAN_ONLY, 6),
                List.of(Deflater.FILTERED, 6));
    }

    @ParameterizedTest
    @MethodSource("deflations")
    void ofOneMember(List<Integer> how) throws IOException {
        check(Compression.GZIP, gzip(PLAIN, how.get(0), how.get(1)), PLAIN, 3);
    }

    @Test
    void ofSeveralMembersAndPadding() throws IOException {
        byte[][] parts = new byte[40][];
        for (int i = 0; i < 39; i++) {
            int from = i * (PLAIN.length / 39);
            byte[] part = Arrays.copyOfRange(PLAIN, from, from + PLAIN.length / 39);
            parts[i] = gzip(part, Deflater.DEFAULT_STRATEGY, i % 10);
        }
        parts[39] = new byte[1000];
        byte[] plain = Arrays.copyOf(PLAIN, PLAIN.length / 39 * 39);
        check(Compression.GZIP, Scan.join(parts), plain, 3);
    }

    @Test
    void ofBlocksThatAreLongerThanWhatLiesBetweenCheckpoints() throws IOException {
        byte[] plain = new byte[24 << 20];
        System.arraycopy(PLAIN, 0, plain, plain.length / 2, 1 << 20);
        check(Compression.GZIP, gzip(plain, Deflater.DEFAULT_STRATEGY, 9), plain, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "pigz", "go"})
    void ofOtherWriters(String writer) throws Exception {
        Assumptions.assumeTrue(Tools.has(writer), writer + " is not installed");
        Path plain = Files.write(home.resolve("plain"), PLAIN);
        Path packed = home.resolve("packed");
        Path source = Files.writeString(home.resolve("writer.go"), GO_WRITER);
        String command = writer.equals("go") ? "go run " + source : writer + " -c";
        Tools.run("sh", "-c", command + " <" + plain + " >" + packed);
        check(Compression.GZIP, Files.readAllBytes(packed), PLAIN, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void ofZstdFrames(int frames) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int size = PLAIN.length / frames;
        for (int i = 0; i < frames; i++) {
            packed.writeBytes(Zstd.compress(Arrays.copyOfRange(PLAIN, i * size, (i + 1) * size)));
            packed.writeBytes(new byte[] {0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3});
        }
        byte[] plain = Arrays.copyOf(PLAIN, size * frames);
        check(Compression.ZSTD, packed.toByteArray(), plain, frames == 1 ? 0 : 3);
    }

    @Test
    void ofZstdFramesThatDoNotTellTheirSize() throws IOException {
        int half = PLAIN.length / 2;
        byte[] packed =
                Scan.join(
                        Packing.ZSTD.pack(Arrays.copyOf(PLAIN, half)),
                        Packing.ZSTD.pack(Arrays.copyOfRange(PLAIN, half, PLAIN.length)));
        check(Compression.ZSTD, packed, PLAIN, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"XZ", "BZIP2"})
    void ofWhatCannotBeEntered(Compression compression) throws IOException {
        byte[] packed = Packing.valueOf(compression.name()).pack(PLAIN);
        check(compression, packed, PLAIN, 0);
    }

    @Test
    void goesOnWhereTheCopyIsTakenAway() throws IOException {
        ByteSource stored = source(Packing.BZIP2.pack(PLAIN));
        CompressedSource source = new CompressedSource(stored, Compression.BZIP2, home);
        int deep = PLAIN.length - 5000;
        try (InputStream in = source.open(deep)) {
            assertEquals(deep, source.entrance(deep));
            byte[] first = in.readNBytes(2000);
            source.close();
            assertEquals(0, source.entrance(deep));
            byte[] all = Scan.join(first, in.readAllBytes());
            assertArrayEquals(Arrays.copyOfRange(PLAIN, deep, PLAIN.length), all);
        }
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void doesWithoutTheCopyWhereItCannotBeWritten() throws IOException {
        Path file = Files.createFile(home.resolve("no-folder"));
        ByteSource stored = source(Packing.BZIP2.pack(PLAIN));
        try (CompressedSource source = new CompressedSource(stored, Compression.BZIP2, file)) {
            int deep = PLAIN.length - 10;
            try (InputStream in = source.open(deep)) {
                byte[] expected = Arrays.copyOfRange(PLAIN, deep, PLAIN.length);
                assertArrayEquals(expected, in.readAllBytes());
            }
            assertEquals(0, source.entrance(deep));
        }
    }

    private void check(Compression compression, byte[] packed, byte[] plain, int atLeast)
            throws IOException {
        CheckpointRecorder recorder = new CheckpointRecorder();
        try (InputStream all = compression.plain(source(packed).open(0), recorder)) {
            assertArrayEquals(plain, all.readAllBytes());
        }
        Checkpoints found = Checkpoints.of(recorder.checkpoints().segment());
        boolean enters = compression.canEnter();
        assertTrue(!enters || found.count() >= atLeast, found.count() + " checkpoints");
        assertTrue(
                found.segment().byteSize() <= Checkpoints.HEADER + packed.length / 50,
                found.segment().byteSize() + " bytes for " + packed.length);
        try (CompressedSource source =
                new CompressedSource(source(packed), compression, home.resolve("copies"))) {
            source.learn(found);
            for (long offset : offsets(found, plain.length)) {
                int length = (int) Math.min(5000, plain.length - offset);
                try (InputStream in = source.open(offset)) {
                    assertArrayEquals(
                            Arrays.copyOfRange(plain, (int) offset, (int) offset + length),
                            in.readNBytes(length),
                            "at " + offset);
                }
            }
            try (InputStream in = source.open(plain.length)) {
                assertEquals(-1, in.read());
            }
            assertThrows(EOFException.class, () -> source.open(plain.length + 1L).close());
            long last = Math.max(0, plain.length - 3_000_000);
            try (InputStream in = source.open(last)) {
                byte[] expected = Arrays.copyOfRange(plain, (int) last, plain.length);
                assertArrayEquals(expected, in.readAllBytes());
            }
        }
    }

    private static Iterable<Long> offsets(Checkpoints found, int length) {
        TreeSet<Long> offsets = new TreeSet<>(List.of(0L, 1L, length - 1L));
        for (int i = 0; i < found.count(); i++) {
            for (int by = -1; by <= 1; by++) {
                offsets.add(Math.clamp(found.plain(i) + by, 0, length - 1L));
            }
        }
        new Random(2).longs(10, 0, length).forEach(offsets::add);
        return offsets.descendingSet();
    }

    private static byte[] gzip(byte[] plain, int strategy, int level) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setStrategy(strategy);
            deflater.setInput(plain);
            deflater.finish();
            byte[] deflated = new byte[plain.length + plain.length / 8 + 100];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(deflated, length, deflated.length - length);
            }
            return Scan.join(
                    new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0},
                    Arrays.copyOf(deflated, length),
                    littleEndian((int) crc.getValue()),
                    littleEndian(plain.length));
        }
    }

    private static byte[] littleEndian(int value) {
        return new byte[] {
            (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
        };
    }

    private static ByteSource source(byte[] bytes) {
        return new BytesSource(bytes);
    }
}
