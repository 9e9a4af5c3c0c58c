package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** Cut, joined and spoiled layers: the table of streams in reliability.md, rows 34 to 42. */
class DamagedStreamTest {
    private static final byte[] TAR =
            new RawTar()
                    .file("a", "hi")
                    .pax("path", "b")
                    .file("x", "y".repeat(600))
                    .file("c", "")
                    .end()
                    .toByteArray();

    /**
     * Where a header may begin: before a, before b's extended header, before c, at the end blocks,
     * between them.
     */
    private static final Set<Integer> ENDS = Set.of(0, 1024, 3584, 4096, 4608);

    private static final byte[] JUNK =
            "some junk that is no header".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aTarCutAnywhereIsAcceptedOnlyBetweenEntries() {
        assertEquals(5120, TAR.length);
        for (int cut = 0; cut <= TAR.length; cut += step(cut)) {
            byte[] bytes = Arrays.copyOf(TAR, cut);
            if (ENDS.contains(cut) || cut > 4608) {
                assertEquals(Digest.sha256(bytes), accepted(bytes, cut).diffId());
            } else {
                refused(bytes, "cut at " + cut);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aCompressedTarCutAnywhereIsRefused(Packing packing) throws IOException {
        byte[] packed = packing.pack(TAR);
        for (int cut = 1; cut < packed.length; cut++) {
            refused(Arrays.copyOf(packed, cut), packing + " cut at " + cut);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aCutTarInAWholeStreamIsStillCut(Packing packing) throws IOException {
        refused(packing.pack(Arrays.copyOf(TAR, 2000)), "cut at 2000");
        accepted(packing.pack(Arrays.copyOf(TAR, 1024)), 1024);
    }

    @ParameterizedTest
    @EnumSource
    void bytesAfterTheEndBelongToTheDiffId(Packing packing) throws IOException {
        byte[] trailed = Scan.join(TAR, new byte[10_240], JUNK);
        ScannedLayer layer = accepted(packing.pack(trailed), 0);
        assertEquals(Digest.sha256(trailed), layer.diffId());
        assertEquals(trailed.length, layer.index().tarSize());
        assertEquals(4, layer.index().size());
    }

    @Test
    void ofConcatenatedTarsTheFirstCounts() {
        byte[] second = new RawTar().file("second", "!").end().toByteArray();
        assertEquals(4, accepted(Scan.join(TAR, second), 0).index().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void severalMembersAreJoined(Packing packing) throws IOException {
        byte[] joined =
                Scan.join(
                        packing.pack(Arrays.copyOf(TAR, 700)),
                        packing.pack(new byte[0]),
                        packing.pack(Arrays.copyOfRange(TAR, 700, TAR.length)));
        ScannedLayer layer = accepted(joined, 0);
        assertEquals(Digest.sha256(TAR), layer.diffId());
        assertEquals(Digest.sha256(joined), layer.blob().digest());
        assertEquals(joined.length, layer.blob().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void junkAfterTheStreamIsRefused(Packing packing) throws IOException {
        refused(Scan.join(packing.pack(TAR), JUNK), "junk");
        refused(Scan.join(packing.pack(TAR), new byte[] {1}), "one byte of junk");
        refused(Scan.join(packing.pack(TAR), TAR), "a plain tar as junk");
    }

    @Test
    void zeroPaddingAfterGzipIsAccepted() throws IOException {
        for (int zeros : new int[] {1, 2, 7, 512, 70_000}) {
            byte[] padded = Scan.join(Packing.GZIP.pack(TAR), new byte[zeros]);
            ScannedLayer layer = accepted(padded, zeros);
            assertEquals(Digest.sha256(TAR), layer.diffId());
            assertEquals(Digest.sha256(padded), layer.blob().digest());
        }
        refused(Scan.join(Packing.GZIP.pack(TAR), new byte[512], JUNK), "junk after zeros");
    }

    @Test
    void skippableFramesOfZstdArePassedOver() throws IOException {
        byte[] frame = {0x5e, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};
        assertEquals(
                Digest.sha256(TAR), accepted(Scan.join(Packing.ZSTD.pack(TAR), frame), 0).diffId());
        assertEquals(
                Digest.sha256(TAR), accepted(Scan.join(frame, Packing.ZSTD.pack(TAR)), 1).diffId());
    }

    @Test
    void aWrongGzipCheckIsRefused() throws IOException {
        byte[] packed = Packing.GZIP.pack(TAR);
        for (int at : new int[] {8, 5, 4, 1}) {
            byte[] spoiled = packed.clone();
            spoiled[packed.length - at] ^= 1;
            refused(spoiled, "trailer byte " + at);
        }
    }

    @Test
    void gzipHeadersMayHaveEveryFieldAndTheirChecksumCounts() throws IOException {
        byte[] packed = Packing.GZIP.pack(TAR);
        byte[] start = Arrays.copyOf(packed, 10);
        start[3] = 2 | 4 | 8 | 16;
        byte[] fields = {3, 0, 'x', 0, 'z', 'n', 0, 'c', 0};
        CRC32 crc = new CRC32();
        crc.update(start);
        crc.update(fields);
        byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        byte[] rest = Arrays.copyOfRange(packed, 10, packed.length);
        assertEquals(Digest.sha256(TAR), accepted(Scan.join(start, fields, sum, rest), 0).diffId());
        sum[0] ^= 1;
        refused(Scan.join(start, fields, sum, rest), "header checksum");
        refused(Scan.join(packed, start, fields, sum, rest), "header checksum of a second member");
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void anyFlippedBitIsRefusedOrHarmless(Packing packing) throws IOException {
        byte[] packed = packing.pack(TAR);
        for (int at = 0; at < packed.length; at++) {
            byte[] spoiled = packed.clone();
            spoiled[at] ^= 0x10;
            try {
                Scan.of(spoiled);
            } catch (IOException e) {
                oneLine(e, packing + " flipped at " + at);
            }
        }
    }

    @Test
    void whatIsNoTarIsRefused() {
        refused(JUNK, "short junk");
        refused("x".repeat(2000).getBytes(StandardCharsets.US_ASCII), "text");
        byte[] gzipInGzip = pack(pack(TAR));
        refused(gzipInGzip, "decompressed once only");
    }

    @Test
    void nothingAndOnlyZerosAreEmptyLayers() {
        assertEquals(1, accepted(new byte[0], 0).index().size());
        ScannedLayer zeros = accepted(new byte[1024], 0);
        assertEquals(
                "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
                zeros.diffId().hex());
    }

    @Test
    void anArchiveCutAnywhereIsRefusedOrWhole(@TempDir Path folder) throws IOException {
        byte[] config =
                "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] tar =
                new RawTar()
                        .file("manifest.json", "[{\"Config\":\"c\",\"Layers\":[]}]")
                        .file("c", new String(config, StandardCharsets.US_ASCII))
                        .end()
                        .toByteArray();
        for (int cut = 1; cut < 2048; cut += step(cut)) {
            Path file = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(tar, cut));
            String what = "cut at " + cut;
            IOException e = assertThrows(IOException.class, () -> open(file), what);
            oneLine(e, what);
        }
        open(Files.write(folder.resolve("whole.tar"), Arrays.copyOf(tar, 2048)));
    }

    /** Every byte near the ends of blocks, some between. */
    private static int step(int cut) {
        return cut % 512 < 2 || cut % 512 > 508 ? 1 : 13;
    }

    private static void open(Path file) throws IOException {
        ImageArchive.open(file, ImageArchive.Format.ANY, null, null, Limits.DEFAULT, Progress.NONE);
    }

    private static byte[] pack(byte[] bytes) {
        try {
            return Packing.GZIP.pack(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ScannedLayer accepted(byte[] stored, int what) {
        try {
            return Scan.of(stored);
        } catch (IOException e) {
            throw new AssertionError("case " + what, e);
        }
    }

    private static void refused(byte[] stored, String what) {
        IOException e = assertThrows(ImageFormatException.class, () -> Scan.of(stored), what);
        oneLine(e, what);
    }

    private static void oneLine(IOException e, String what) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(":"), what + ": " + message);
        assertEquals(1, message.lines().count(), what + ": " + message);
    }
}
