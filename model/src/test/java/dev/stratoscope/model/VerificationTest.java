package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing broken at a time, and what is said of it. */
class VerificationTest {
    private static final String OCI_TAR = "application/vnd.oci.image.layer.v1.tar";

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> aSoundImageHasNoFindings() {
        List<DynamicTest> tests = new ArrayList<>();
        for (TestArchive.Kind kind : TestArchive.Kind.values()) {
            for (Packing packing : Packing.values()) {
                if (!packing.isStandard()) {
                    continue;
                }
                tests.add(
                        DynamicTest.dynamicTest(
                                kind + " " + packing,
                                () ->
                                        assertEquals(
                                                List.of(),
                                                findings(archive(kind, packing, config(2, ""))))));
            }
        }
        return tests.stream();
    }

    @Test
    void aShorterHistoryIsWorthKnowing() throws IOException {
        assertOnly(
                "info history-short -1 null history: tells of 1 of 2 layers",
                findings(archive(config(1, ""))));
    }

    @Test
    void aLongerHistoryIsWrongAndAllLayersAreShown() throws IOException {
        OpenImage image = open(archive(config(4, "")));
        assertOnly(
                "error history-long -1 null history: tells of 4 layers, the image has 2",
                image.verify(Progress.NONE));
        assertEquals(2, image.layers(Progress.NONE).size());
        List<HistoryRow> rows = image.history(Progress.NONE);
        assertEquals(List.of(-1, -1, 1, 0), rows.stream().map(HistoryRow::layer).toList());
    }

    @Test
    void aConfigThatIsNotOfTheStandardsFormIsNamed() throws IOException {
        List<Finding> found = findings(archive(config(2, ",'config':{'User':7}")));
        assertOnly("config.User is not text", found);
        assertEquals(Finding.Code.SCHEMA, found.getFirst().code());
    }

    @Test
    void aClassicConfigNamedByAnotherDigestIsWorthKnowing() throws IOException {
        Path file = SharedCases.path("hostile/docker-archive/config-name-not-its-hash.tar");
        assertTrue(
                findings(file).stream().anyMatch(f -> f.code() == Finding.Code.CONFIG_NAME),
                findings(file).toString());
    }

    @Test
    void aMissingLayerIsNamed() throws IOException {
        Path image = layout(Packing.NONE);
        Files.delete(image.resolve(blob(image, 0)));
        assertOnly(
                "error missing-blob 0 null layer 0: "
                        + blob(image, 0)
                        + ": is missing from "
                        + image.getFileName(),
                findings(image));
    }

    @Test
    void aLayerOfAnotherLengthAndContentIsToldInFull() throws IOException {
        Path image = layout(Packing.NONE);
        byte[] more = new byte[512];
        Files.write(image.resolve(blob(image, 1)), more, StandardOpenOption.APPEND);
        assertEquals(
                List.of("size-mismatch 1", "digest-mismatch 1", "diffid-mismatch 1"),
                codes(findings(image)));
    }

    @Test
    void aChangedByteIsToldOfTheBytesAndOfTheTar() throws IOException {
        Path image = layout(Packing.NONE);
        byte[] bytes = Files.readAllBytes(image.resolve(blob(image, 0)));
        bytes[1024] ^= 1;
        Files.write(image.resolve(blob(image, 0)), bytes);
        assertEquals(List.of("digest-mismatch 0", "diffid-mismatch 0"), codes(findings(image)));
    }

    @Test
    void aRecompressedLayerHasAnotherDigestButItsDiffId() throws IOException {
        Path image = layout(Packing.GZIP);
        Path blob = image.resolve(blob(image, 0));
        byte[] bytes = Files.readAllBytes(blob);
        bytes[9] ^= 1;
        Files.write(blob, bytes);
        assertEquals(List.of("digest-mismatch 0"), codes(findings(image)));
    }

    @Test
    void aCutLayerIsUnreadableAndTheOthersAreStillChecked() throws IOException {
        Path image = layout(Packing.GZIP);
        Path blob = image.resolve(blob(image, 0));
        Files.write(blob, Arrays.copyOf(Files.readAllBytes(blob), 40));
        Path other = image.resolve(blob(image, 1));
        byte[] bytes = Files.readAllBytes(other);
        bytes[9] ^= 1;
        Files.write(other, bytes);
        assertEquals(
                List.of(
                        "size-mismatch 0",
                        "digest-mismatch 0",
                        "unreadable-layer 0",
                        "digest-mismatch 1"),
                codes(findings(image)));
    }

    @Test
    void layersInAnotherOrderThanTheConfigsAreNamed() throws IOException {
        List<byte[]> tars = sound().tars().reversed();
        Path image =
                TestArchive.of(TestArchive.Kind.OCI_FOLDER, config(2, ""), tars, Packing.NONE)
                        .folder(folder.resolve("swapped"));
        List<Finding> found = findings(image);
        assertEquals(List.of("layer-order 0", "layer-order 1"), codes(found));
        assertTrue(
                found.getFirst()
                        .message()
                        .contains("the one the config lists as layer 1: the layers are out of"));
    }

    @Test
    void aTypeThatDisagreesWithTheBytesIsOddNotDamaged() throws IOException {
        for (String type :
                List.of(
                        OCI_TAR + "+gzip",
                        OCI_TAR + "+zstd",
                        "application/vnd.docker.image.rootfs.diff.tar.gzip")) {
            Path image = layout(Packing.NONE);
            rewrite(image, manifest -> manifest.replaceFirst(pattern(OCI_TAR), quoted(type)));
            List<Finding> found = findings(image);
            assertOnly("its bytes are tar", found);
            assertEquals(Finding.Code.MEDIA_TYPE, found.getFirst().code());
            assertEquals(Finding.Severity.WARNING, found.getFirst().severity());
        }
    }

    @Test
    void aLayerNotToBePassedOnIsWorthKnowing() throws IOException {
        Path image = layout(Packing.NONE);
        String type = "application/vnd.oci.image.layer.nondistributable.v1.tar";
        rewrite(image, manifest -> manifest.replaceFirst(pattern(OCI_TAR), quoted(type)));
        assertEquals(List.of("non-distributable 0"), codes(findings(image)));
    }

    @Test
    void aManifestThatIsNotOfTheStandardsFormIsNamed() throws IOException {
        Path image = layout(Packing.NONE);
        rewrite(image, manifest -> manifest.replace("\"schemaVersion\":2,", ""));
        assertOnly("schemaVersion is missing", findings(image));
    }

    @Test
    void unknownAnnotationsAreFine() throws IOException {
        Path image = layout(Packing.NONE);
        rewrite(image, manifest -> manifest.replaceFirst("\\{", "{\"annotations\":{\"a\":\"b\"},"));
        assertEquals(List.of(), findings(image));
    }

    @Test
    void aLayoutWithoutItsMarkIsOddNotDamaged() throws IOException {
        Path image = layout(Packing.NONE);
        Files.delete(image.resolve("oci-layout"));
        List<Finding> found = findings(image);
        assertOnly("oci-layout: is missing", found);
        assertEquals(Finding.Severity.WARNING, found.getFirst().severity());
    }

    @Test
    void anEmptyLayerTwiceIsWorthKnowing() throws IOException {
        TestImage.Layer empty = layer();
        TestImage twice = TestImage.of(empty, empty);
        byte[] config = config(twice.tars(), 2, "");
        Path image =
                TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, twice.tars(), Packing.NONE)
                        .folder(folder.resolve("twice"));
        assertOnly("info repeated-layer 1 null layer 1: is empty, as layer 0 is", findings(image));
    }

    @Test
    void aPathThatComesTwiceIsNamedWithItsLayer() throws IOException {
        assertOnly(
                "warning duplicate-path 1 etc/x layer 1: etc/x comes more than once; the last one"
                        + " counts",
                findings(
                        TestImage.of(
                                layer().file("a", "1"),
                                layer().file("etc/x", "1").file("etc/x", "2"))));
    }

    @Test
    void aHardLinkToNothingIsAnErrorOfTheStack() throws IOException {
        List<Finding> found =
                findings(TestImage.of(layer().file("a", "1"), layer().hardLink("b", "gone")));
        assertEquals(List.of("broken-link -1"), codes(found));
    }

    @Test
    void everyHardLinkToNothingIsToldAndManyAreCounted() throws IOException {
        TestImage.Layer links = layer();
        for (int i = 0; i < 25; i++) {
            links.hardLink("b" + i, "gone" + i);
        }
        List<Finding> found = findings(TestImage.of(layer().file("a", "1"), links));
        assertEquals(21, found.size());
        assertEquals("b11", found.get(3).path());
        assertEquals("layers: have 5 more hard links to nothing", found.getLast().toString());
    }

    @Test
    void hardLinksToFoldersAreToldWithTheirLayer() throws IOException {
        List<Finding> found =
                findings(
                        TestImage.of(
                                layer().file("a", "1"),
                                layer().directory("d").hardLink("b", "d").hardLink("c", "d")));
        assertEquals(List.of("unreadable-layer 1", "broken-link 1", "broken-link 1"), codes(found));
    }

    @Test
    void aHardLinkToNothingBelowADamagedLayerIsStillFound() throws IOException {
        TestImage image = TestImage.of(layer().hardLink("b", "gone"), layer().file("a", "1"));
        Path layout = layout(image, Packing.GZIP);
        Files.delete(layout.resolve(blob(layout, 1)));
        assertEquals(List.of("missing-blob 1", "broken-link -1"), codes(findings(layout)));
    }

    @Test
    void aLayerThatIsNoTarIsUnreadableThoughItsDigestsHold() throws IOException {
        byte[] junk = "no tar at all".repeat(100).getBytes(StandardCharsets.US_ASCII);
        byte[] config = config(List.of(junk), 1, "");
        Path image =
                TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, List.of(junk), Packing.NONE)
                        .folder(folder.resolve("junk"));
        assertEquals(List.of("unreadable-layer 0"), codes(findings(image)));
    }

    private static void assertOnly(String text, List<Finding> found) {
        assertEquals(1, found.size(), found.toString());
        Finding one = found.getFirst();
        String whole =
                one.severity().name().toLowerCase(Locale.ROOT)
                        + " "
                        + one.code().word()
                        + " "
                        + one.layer()
                        + " "
                        + one.path()
                        + " "
                        + one;
        assertTrue(whole.contains(text), whole);
    }

    private static List<String> codes(List<Finding> found) {
        return found.stream().map(one -> one.code().word() + " " + one.layer()).toList();
    }

    private List<Finding> findings(Path image) throws IOException {
        return open(image).verify(Progress.NONE);
    }

    private List<Finding> findings(TestImage image) throws IOException {
        return findings(layout(image, Packing.NONE));
    }

    private OpenImage open(Path image) throws IOException {
        return Engine.open(folder.resolve("home"), Clock.systemUTC())
                .open(ImageSource.of(image), null, Progress.NONE);
    }

    private static TestImage sound() {
        return TestImage.of(
                layer().directory("etc").file("etc/motd", "hi"),
                layer().file("etc/motd", "there").whiteout("etc/gone"));
    }

    private Path archive(byte[] config) throws IOException {
        return archive(TestArchive.Kind.DOCKER_CLASSIC, Packing.NONE, config);
    }

    private Path archive(TestArchive.Kind kind, Packing packing, byte[] config) throws IOException {
        TestArchive archive = TestArchive.of(kind, config, sound().tars(), packing);
        Path place = folder.resolve(kind + "-" + packing);
        return kind == TestArchive.Kind.OCI_FOLDER
                ? archive.folder(place)
                : archive.tar(place, Packing.NONE);
    }

    private Path layout(Packing packing) throws IOException {
        return layout(sound(), packing);
    }

    private Path layout(TestImage image, Packing packing) throws IOException {
        byte[] config = config(image.tars(), 2, "");
        return TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, image.tars(), packing)
                .folder(Files.createTempDirectory(folder, "layout"));
    }

    private static byte[] config(int steps, String more) throws IOException {
        return config(sound().tars(), steps, more);
    }

    private static byte[] config(List<byte[]> tars, int steps, String more) {
        List<String> diffIds = tars.stream().map(tar -> "'" + Digest.sha256(tar) + "'").toList();
        List<String> history = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            history.add("{'created_by':'step " + i + "'}");
        }
        String config =
                "{'architecture':'amd64','os':'linux','rootfs':{'type':'layers','diff_ids':"
                        + diffIds
                        + "},'history':"
                        + history
                        + more
                        + "}";
        return config.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode manifest(Path image) throws IOException {
        JsonNode index = new JsonMapper().readTree(image.resolve("index.json").toFile());
        return new JsonMapper()
                .readTree(image.resolve(place(index.path("manifests").get(0))).toFile());
    }

    private static String blob(Path image, int layer) throws IOException {
        return place(manifest(image).path("layers").get(layer));
    }

    private static String place(JsonNode descriptor) {
        return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
    }

    /** Changes the manifest, and the index so that it leads there. */
    private static void rewrite(Path image, UnaryOperator<String> change) throws IOException {
        Path index = image.resolve("index.json");
        String list = Files.readString(index);
        JsonNode descriptor = new JsonMapper().readTree(list).path("manifests").get(0);
        byte[] manifest =
                change.apply(Files.readString(image.resolve(place(descriptor))))
                        .getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.sha256(manifest);
        Files.write(image.resolve("blobs/sha256/" + digest.hex()), manifest);
        Files.writeString(
                index,
                list.replace(descriptor.path("digest").asText(), digest.toString())
                        .replace(
                                "\"size\":" + descriptor.path("size"),
                                "\"size\":" + manifest.length));
    }

    private static String quoted(String type) {
        return '"' + type + '"';
    }

    private static String pattern(String type) {
        return Pattern.quote(quoted(type));
    }
}
