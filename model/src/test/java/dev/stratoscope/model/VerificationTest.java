package dev.stratoscope.model;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One thing broken at a time, and what is said of it. */
class VerificationTest extends VerifiedImages {
    private static final String OCI_TAR = "application/vnd.oci.image.layer.v1.tar";

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
    void aLayerThatIsNoTarIsUnreadableThoughItsDigestsHold() throws IOException {
        byte[] junk = "no tar at all".repeat(100).getBytes(StandardCharsets.US_ASCII);
        byte[] config = config(List.of(junk), 1, "");
        Path image =
                TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, List.of(junk), Packing.NONE)
                        .folder(folder.resolve("junk"));
        assertEquals(List.of("unreadable-layer 0"), codes(findings(image)));
    }
}
