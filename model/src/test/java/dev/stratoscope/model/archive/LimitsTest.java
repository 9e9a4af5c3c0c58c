package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestArchive;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every limit lets its own value pass, and says its name and value where one more comes. */
class LimitsTest {
    private static final String DIGEST = Digest.sha256(new byte[0]).toString();
    private static final String DESCRIPTOR =
            "{\"mediaType\":\"x\",\"size\":0,\"digest\":\"" + DIGEST + "\"}";

    @TempDir Path folder;

    @Test
    void documentBytes() throws IOException {
        byte[] document = bytes("[1,2,3,4]");
        boundary(
                "documentBytes",
                document.length,
                limits -> new Documents(limits).parse("d", document));
    }

    @Test
    void documentDepth() throws IOException {
        byte[] document = bytes("[".repeat(21) + "]".repeat(21));
        boundary("documentDepth", 21, limits -> new Documents(limits).parse("d", document));
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentTooLongIsNotEvenRead(Packing packing) throws IOException {
        Map<String, byte[]> files = Map.of("manifest.json", new byte[(4 << 20) + 1]);
        Path file = TestArchive.of(files).tar(folder.resolve("a"), packing);
        exceeded("documentBytes", 4 << 20, () -> open(file, Limits.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void members(Packing packing) throws IOException {
        Map<String, byte[]> files = docker(1);
        for (int i = 0; i < 9; i++) {
            files.put("f" + i, new byte[0]);
        }
        Path file = TestArchive.of(files).tar(folder.resolve("a"), packing);
        boundary("members", 11, limits -> open(file, limits));
    }

    @Test
    void layersOfAManifest() throws IOException {
        byte[] manifest =
                bytes("{\"config\":" + DESCRIPTOR + ",\"layers\":[" + many(DESCRIPTOR, 4) + "]}");
        boundary("layers", 4, limits -> new Documents(limits).manifest("m", manifest));
    }

    @Test
    void layersOfAConfig() throws IOException {
        byte[] config =
                bytes(
                        "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                                + many("\"" + DIGEST + "\"", 4)
                                + "]}}");
        boundary("layers", 4, limits -> ImageConfig.parse("c", config, new Documents(limits)));
    }

    @Test
    void manifestsOfAnIndex() throws IOException {
        byte[] index = bytes("{\"manifests\":[" + many(DESCRIPTOR, 4) + "]}");
        boundary("manifests", 4, limits -> new Documents(limits).index("i", index));
    }

    @Test
    void manifestsOfADockerArchive() throws IOException {
        Path file = TestArchive.of(docker(4)).tar(folder.resolve("a"), Packing.NONE);
        boundary(
                "manifests",
                4,
                limits -> {
                    Members members =
                            TarMembers.list(file, limits, LayerRecords.NONE, Progress.NONE);
                    return DockerArchive.of(members, new Documents(limits), Progress.NONE);
                });
    }

    @Test
    void manifestsOfNestedIndexesCountTogether() throws IOException {
        byte[] inner = bytes("{\"manifests\":[" + many(DESCRIPTOR, 4) + "]}");
        Descriptor nested = Descriptor.of(MediaType.OCI_INDEX, inner);
        byte[] outer =
                bytes(
                        "{\"manifests\":[{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"},%s]}"
                                .formatted(
                                        nested.mediaType().value(),
                                        nested.size(),
                                        nested.digest(),
                                        DESCRIPTOR));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(OciLayout.INDEX, outer);
        files.put("blobs/sha256/" + nested.digest().hex(), inner);
        Path file = TestArchive.of(files).tar(folder.resolve("a"), Packing.NONE);
        boundary(
                "manifests",
                5,
                limits -> {
                    Members members =
                            TarMembers.list(file, limits, LayerRecords.NONE, Progress.NONE);
                    return OciLayout.of(members, new Documents(limits), Progress.NONE);
                });
    }

    @Test
    void entries() throws IOException {
        byte[] three = new RawTar().file("a", "").file("b", "").file("c", "").end().toByteArray();
        boundary("entries", 3, limits -> scan(three, limits));
        byte[] implied = new RawTar().file("a/b/c", "").end().toByteArray();
        boundary("entries", 3, limits -> scan(implied, limits));
    }

    @Test
    void pathBytes() throws IOException {
        byte[] path = new RawTar().file("a/b/c/d/e/f", "").end().toByteArray();
        boundary("pathBytes", 11, limits -> scan(path, limits));
    }

    @Test
    void headerBytesOfPaxRecords() throws IOException {
        String[] records = {"comment", "c".repeat(600)};
        int length = RawTar.records(records).length();
        byte[] twice = new RawTar().pax(records).pax(records).file("f", "").end().toByteArray();
        boundary("headerBytes", 2L * length, limits -> scan(twice, limits));
        byte[] global =
                new RawTar()
                        .extension('g', RawTar.records(records))
                        .file("f", "")
                        .extension('g', RawTar.records(records))
                        .file("g", "")
                        .end()
                        .toByteArray();
        boundary("headerBytes", 2L * length, limits -> scan(global, limits));
    }

    @Test
    void headerBytesOfALongName() throws IOException {
        RawTar name = new RawTar().extension('L', "n".repeat(1_000) + "\0").file("f", "");
        boundary("headerBytes", 1_001, limits -> scan(name.toByteArray(), limits));
    }

    @Test
    void indexBytes() throws IOException {
        Map<String, ByteString> xattrs = Map.of("user.x", ByteString.of("y".repeat(90)));
        ByteString none = ByteString.EMPTY;
        Attributes attributes =
                new Attributes(EntryType.FILE, 0644, 0, 0, "", "", 0, 0, 0, none, 0, 0, xattrs);
        boundary(
                "indexBytes",
                2 * (2 + 6 + 90),
                limits -> {
                    LayerIndexBuilder builder = new LayerIndexBuilder(limits);
                    builder.add(ByteString.of("f1"), attributes, 0, null, null);
                    builder.add(ByteString.of("f2"), attributes, 0, null, null);
                    return builder.build(0);
                });
    }

    @Test
    void expandedBytes() throws IOException {
        byte[] file = new RawTar().file("f", "x".repeat(5_000)).end().toByteArray();
        for (Packing packing : Packing.values()) {
            byte[] stored = packing.pack(file);
            boundary("expandedBytes", file.length, limits -> scan(stored, limits));
        }
        byte[] trailed = Scan.join(new RawTar().file("f", "").end().toByteArray(), new byte[9_000]);
        boundary("expandedBytes", trailed.length, limits -> scan(trailed, limits));
    }

    @Test
    void expandedBytesCountTheHolesOfSparseFiles() throws IOException {
        byte[] sparse =
                new RawTar()
                        .pax("GNU.sparse.size", "500000", "GNU.sparse.map", "0,1")
                        .file("f", "x")
                        .end()
                        .toByteArray();
        boundary("expandedBytes", sparse.length + 499_999, limits -> scan(sparse, limits));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void expandedRatioLeavesHalfAGibibyteOfZerosAlone(Packing packing) throws IOException {
        byte[] header = new RawTar().header(new RawTar.Header('0', "f", 512 << 20)).toByteArray();
        byte[] zeros = packing.pack(new byte[16 << 20]);
        byte[][] parts = Collections.nCopies(33, zeros).toArray(new byte[34][]);
        parts[33] = parts[0];
        parts[0] = packing.pack(header);
        byte[] layer = Scan.join(parts);
        assertEquals(512 << 20, scan(layer, Limits.DEFAULT).index().contentSize());
    }

    @Test
    void thereIsNoOtherLimitAndNoOtherValue() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> Limits.DEFAULT.with("entrys", 5));
        assertTrue(e.getMessage().startsWith("'entrys' is not a limit; there are"));
        for (Limit limit : Limit.values()) {
            assertTrue(e.getMessage().contains(limit.word()), limit.word());
            assertTrue(Limits.names().contains(limit.word()), limit.word());
            assertEquals(limit.standard(), Limits.DEFAULT.of(limit));
            Limits most = Limits.DEFAULT.with(limit.word(), limit.most());
            assertEquals(limit.most(), most.of(limit));
            refuses(limit, 0);
            refuses(limit, -1);
            if (limit.most() < Long.MAX_VALUE) {
                refuses(limit, limit.most() + 1);
            }
        }
    }

    @Test
    void limitsAreValues() {
        Limits five = Limits.DEFAULT.with("entries", 5);
        assertEquals(five, Limits.DEFAULT.with("entries", 7).with(Limit.ENTRIES, 5));
        assertEquals("[entries=5]", five.toString());
        assertEquals(5, five.entries());
        assertEquals(20_000_000, Limits.DEFAULT.entries());
    }

    private static void refuses(Limit limit, long value) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> Limits.DEFAULT.with(limit, value));
        assertEquals(
                "the limit " + limit.word() + " can be 1 to " + limit.most() + ", not " + value,
                e.getMessage());
    }

    @FunctionalInterface
    private interface Reading {
        Object within(Limits limits) throws IOException;
    }

    @FunctionalInterface
    private interface Attempt {
        Object read() throws IOException;
    }

    private static void boundary(String limit, long value, Reading reading) throws IOException {
        Limits enough = Limits.DEFAULT.with(limit, value);
        assertDoesNotThrow(() -> reading.within(enough), limit + " at " + value);
        Limits tooFew = Limits.DEFAULT.with(limit, value - 1);
        exceeded(limit, value - 1, () -> reading.within(tooFew));
    }

    private static void exceeded(String limit, long value, Attempt attempt) {
        LimitException e = assertThrows(LimitException.class, attempt::read);
        assertEquals(limit, e.limit());
        assertEquals(value, e.value());
        assertTrue(
                e.getMessage().endsWith(" goes beyond the limit " + limit + "=" + value),
                e.getMessage());
    }

    private static Map<String, byte[]> docker(int images) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("c", bytes("{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"));
        files.put(
                "manifest.json",
                bytes("[" + many("{\"Config\":\"c\",\"Layers\":[]}", images) + "]"));
        return files;
    }

    private static String many(String one, int times) {
        return String.join(",", Collections.nCopies(times, one));
    }

    private static ScannedLayer scan(byte[] stored, Limits limits) throws IOException {
        InputStream in = new ByteArrayInputStream(stored);
        return LayerScan.scan("layer.tar", in, limits, Progress.NONE);
    }

    private static Object open(Path file, Limits limits) throws IOException {
        return TestContainers.open(file, limits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
