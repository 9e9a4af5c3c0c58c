package dev.stratoscope.model.archive;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Small input that grows: what expands without end or takes long to look at is refused soon. */
class BombTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String GIB = Long.toString(1L << 30);

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aGibibyteOfZerosIsRefusedSoon(Packing packing) throws IOException {
        byte[] header = new RawTar().header(new RawTar.Header('0', "f", 1L << 30)).toByteArray();
        byte[] bomb = zeros(packing, header);
        assertTimeoutPreemptively(
                SOON, () -> exceeded("expandedRatio", () -> scan(bomb, Limits.DEFAULT)));
        byte[] trailing = zeros(packing, new RawTar().file("f", "").end().toByteArray());
        assertTimeoutPreemptively(
                SOON, () -> exceeded("expandedRatio", () -> scan(trailing, Limits.DEFAULT)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aGibibyteOfZerosInACompressedArchiveIsRefusedSoon(Packing packing, @TempDir Path folder)
            throws IOException {
        byte[] member = new RawTar().header(new RawTar.Header('0', "junk", 1L << 30)).toByteArray();
        byte[] end = new RawTar().file("f", "").end().toByteArray();
        for (byte[] head : List.of(member, end)) {
            Path file = folder.resolve("bomb");
            Files.write(file, zeros(packing, head));
            assertTimeoutPreemptively(
                    SOON, () -> exceeded("expandedRatio", () -> open(file, Limits.DEFAULT)));
        }
    }

    @Test
    void extendedHeadersWithoutEndAreRefusedSoon() throws IOException {
        byte[] empty = new RawTar().extension('x', "").toByteArray();
        byte[] block = new byte[1 << 20];
        for (int at = 0; at < block.length; at += 512) {
            System.arraycopy(empty, 0, block, at, 512);
        }
        byte[] bomb = repeat(new byte[0], Packing.ZSTD.pack(block), 1024);
        assertTimeoutPreemptively(
                SOON, () -> assertThrows(LimitException.class, () -> scan(bomb, Limits.DEFAULT)));
    }

    @Test
    void hashingTheZerosOfSparseFilesCanBeCancelled() throws InterruptedException {
        RawTar tar = new RawTar();
        for (int i = 0; i < 4_000; i++) {
            tar.pax("GNU.sparse.size", "33554000", "GNU.sparse.map", "0,1").file("f" + i, "x");
        }
        byte[] holes = tar.end().toByteArray();
        Limits any = Limits.DEFAULT.with("expandedBytes", 1L << 60).with("expandedRatio", 1 << 30);
        Meter meter = new Meter("scan");
        AtomicReference<Object> ended = new AtomicReference<>();
        Thread scan =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    InputStream in = new ByteArrayInputStream(holes);
                                    try {
                                        ended.set(LayerScan.scan("l", in, any, meter));
                                    } catch (IOException e) {
                                        ended.set(e);
                                    }
                                });
        Thread.sleep(50);
        meter.cancel();
        assertTrue(scan.join(Duration.ofSeconds(2)), "hashes on after cancel");
        assertInstanceOf(IOException.class, ended.get());
    }

    @Test
    void aHollowFileIsReadAtOnceAndHasNoDigestOfItsZeros() throws IOException {
        byte[] holes = sparse(Long.toString(200L << 30));
        ScannedLayer layer =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> scan(holes, Limits.DEFAULT));
        assertEquals(200L << 30, layer.index().fileSize(1));
        assertNull(layer.index().digest(1));
        assertTrue(layer.index().sameContent(1, scan(holes, Limits.DEFAULT).index(), 1));
        byte[] other =
                new RawTar()
                        .pax("GNU.sparse.size", Long.toString(200L << 30), "GNU.sparse.map", "1,1")
                        .file("f", "x")
                        .end()
                        .toByteArray();
        assertFalse(layer.index().sameContent(1, scan(other, Limits.DEFAULT).index(), 1));
    }

    @Test
    void manySparseFilesTogetherAreBoundedToo() {
        RawTar tar = new RawTar();
        for (int i = 0; i < 100; i++) {
            tar.pax("GNU.sparse.size", GIB, "GNU.sparse.map", "0,1").file("f" + i, "x");
        }
        byte[] bomb = tar.end().toByteArray();
        Limits few = Limits.DEFAULT.with("expandedBytes", 2L << 30).with("expandedRatio", 1 << 30);
        assertTimeoutPreemptively(SOON, () -> exceeded("expandedBytes", () -> scan(bomb, few)));
    }

    @Test
    void manyGlobalRecordsDoNotSlowEveryEntry() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            records.append(RawTar.records("SCHILY.k" + i, "v"));
        }
        RawTar tar = new RawTar().extension('g', records.toString());
        for (int i = 0; i < 20_000; i++) {
            tar.pax("comment", "c").file("f" + i, "");
        }
        byte[] slow = tar.end().toByteArray();
        assertTimeoutPreemptively(SOON, () -> scan(slow, Limits.DEFAULT));
    }

    @Test
    void fiftyThousandEntriesAreNoProblem() throws IOException {
        TestImage.Layer layer = layer();
        for (int i = 0; i < 50_000; i++) {
            layer.file("d" + i % 100 + "/f" + i, "");
        }
        byte[] tar = TestImage.tar(layer.items());
        ScannedLayer scanned =
                assertTimeoutPreemptively(SOON, () -> scan(Packing.GZIP.pack(tar), Limits.DEFAULT));
        assertEquals(50_101, scanned.index().size());
    }

    /** A file of one byte and then nothing but a hole. */
    private static byte[] sparse(String size) {
        return new RawTar()
                .pax("GNU.sparse.size", size, "GNU.sparse.map", "0,1")
                .file("f", "x")
                .end()
                .toByteArray();
    }

    /** A beginning and then a gibibyte of zeros, in many members. */
    private static byte[] zeros(Packing packing, byte[] head) throws IOException {
        return repeat(packing.pack(head), packing.pack(new byte[16 << 20]), 64);
    }

    private static byte[] repeat(byte[] head, byte[] part, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws IOException;
    }

    private static void exceeded(String limit, Reading reading) {
        LimitException e = assertThrows(LimitException.class, reading::read);
        assertEquals(limit, e.limit());
        assertTrue(e.getMessage().contains(limit + "="), e.getMessage());
    }

    private static ScannedLayer scan(byte[] stored, Limits limits) throws IOException {
        InputStream in = new ByteArrayInputStream(stored);
        return LayerScan.scan("layer.tar", in, limits, Progress.NONE);
    }

    private static Object open(Path file, Limits limits) throws IOException {
        return TestContainers.open(file, limits);
    }

    @Test
    void namesChosenToCollideAreIndexedAsFastAsOthers() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
                    for (int i = 0; i < 1 << 17; i++) {
                        StringBuilder name = new StringBuilder();
                        for (int bit = 0; bit < 17; bit++) {
                            name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                        }
                        builder.add(
                                ByteString.of(name.toString()),
                                Attributes.IMPLIED_DIRECTORY,
                                0,
                                null,
                                null);
                    }
                    assertEquals((1 << 17) + 1, builder.build(0).size());
                });
    }
}
