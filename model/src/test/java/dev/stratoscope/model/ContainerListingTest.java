package dev.stratoscope.model;

import static dev.stratoscope.model.TestLayout.annotated;
import static dev.stratoscope.model.TestLayout.digestOf;
import static dev.stratoscope.model.TestLayout.named;
import static dev.stratoscope.model.TestLayout.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SeveralImagesException;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What containers hold beside one plain image, and how it is listed and opened. */
class ContainerListingTest extends OpenedContainers {
    private static final String STATEMENT = "application/vnd.in-toto+json";

    @Test
    void platformsOfANestedIndexAreOneImage() throws IOException {
        TestLayout layout = new TestLayout();
        String nested = TestLayout.index(layout.image("amd64", "a"), layout.image("arm64", "b"));
        Path path =
                layout.folder(
                        folder.resolve("l"), layout.blob(TestLayout.INDEX, nested, named("1")));
        List<ListedImage> images = list(path.toString());
        assertEquals(List.of("linux/amd64", "linux/arm64"), platforms(images));
        assertEquals(images.get(0).group(), images.get(1).group());
        assertEquals("b", hello(path + "", "linux/arm64"));
        assertEquals("a", hello(path + ":1", "linux/amd64"));
    }

    @Test
    void blobsOfOtherPlatformsMayBeMissing() throws IOException {
        TestLayout layout = new TestLayout();
        String here =
                layout.image(
                        Platform.local().architecture().equals("s390x") ? "arm64" : "s390x",
                        "here");
        String missing = layout.image(Platform.local().architecture(), "gone");
        String nested = TestLayout.index(missing, here);
        Path path =
                layout.without(missing)
                        .folder(folder.resolve("l"), layout.blob(TestLayout.INDEX, nested, ""));
        assertEquals("its manifest is missing", list(path + "").getFirst().problem());
        assertEquals("here", hello(path + "", null));
        IOException refusal =
                assertThrows(
                        ImageFormatException.class,
                        () -> hello(path + "", Platform.local().toString()));
        assertTrue(refusal.getMessage().contains(digestOf(missing).substring(7)));
    }

    @Test
    void attestationsStandUnderTheirImageAndOpenAsFiles() throws IOException {
        TestLayout layout = new TestLayout();
        String image = layout.image("amd64", "a");
        String states =
                layout.blob(
                        STATEMENT,
                        "{\"x\":1}",
                        annotated("in-toto.io/predicate-type", "https://spdx.dev/Document"));
        String config = layout.blob(TestLayout.CONFIG, "{}", "");
        String about =
                ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\","
                        + "\"vnd.docker.reference.digest\":\""
                        + digestOf(image)
                        + "\"}";
        String attestation =
                layout.blob(
                        TestLayout.MANIFEST,
                        TestLayout.manifest(config, List.of(states), ""),
                        platform("unknown", "unknown") + about);
        Path path = layout.folder(folder.resolve("l"), image, attestation);
        List<ListedImage> images = list(path + "");
        assertEquals(1, images.size());
        ListedImage attached = images.getFirst().attached().getFirst();
        assertEquals(Kind.ATTESTATION, attached.kind());
        assertEquals("https://spdx.dev/Document", attached.type());
        assertEquals("a", hello(path + "", null));
        OpenImage opened = open(path + ":" + attached.selector());
        assertEquals(List.of("spdx.dev", "spdx.dev/Document.json"), paths(opened));
        assertEquals("{\"x\":1}", content(opened, "spdx.dev/Document.json"));
    }

    @Test
    void whatReferesToAnImageStandsUnderIt() throws IOException {
        TestLayout layout = new TestLayout();
        String image = layout.image("amd64", "a");
        String signature =
                signature(
                        layout,
                        ",\"subject\":" + image.substring(0, image.indexOf(",\"platform")) + "}");
        Path path = layout.folder(folder.resolve("l"), image, signature);
        ListedImage attached = list(path + "").getFirst().attached().getFirst();
        assertEquals(Kind.ARTIFACT, attached.kind());
        assertEquals("application/vnd.example.signature", attached.type());
    }

    @Test
    void blobsOfAnArtifactAreFilesUnderSafeNames() throws IOException {
        TestLayout layout = new TestLayout();
        Path path = layout.folder(folder.resolve("l"), signature(layout, ""));
        OpenImage opened = open(path + "");
        assertEquals(Kind.ARTIFACT, opened.image().kind());
        List<String> paths = paths(opened);
        assertEquals(List.of("notes", "notes/read.me"), paths.subList(0, 2));
        assertTrue(paths.get(2).startsWith("sha256-"), paths.get(2));
        assertEquals("more", content(opened, "notes/read.me"));
        assertEquals("signed", content(opened, paths.get(2)));
    }

    @Test
    void anArtifactsTarShowsItsEntries() throws IOException {
        TestLayout layout = new TestLayout();
        byte[] tar =
                TestImage.of(TestImage.layer().file("chart/values.yaml", "a: 1")).tars().getFirst();
        String chart =
                layout.blob(
                        "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
                        Packing.GZIP.pack(tar),
                        "");
        String config =
                layout.blob("application/vnd.cncf.helm.config.v1+json", "{\"name\":\"x\"}", "");
        String helm =
                layout.blob(
                        TestLayout.MANIFEST,
                        TestLayout.manifest(config, List.of(chart), ""),
                        named("x-1"));
        Path path = layout.folder(folder.resolve("l"), layout.image("amd64", "a"), helm);
        assertEquals("a: 1", content(open(path + ":x-1"), "chart/values.yaml"));
        assertEquals("a", hello(path + "", null));
    }

    @Test
    void severalImagesAreAskedForAndChosenByNumberDigestAndName() throws IOException {
        TestLayout layout = new TestLayout();
        String one = layout.image("amd64", "one");
        String two = layout.image("amd64", "two");
        String named = two.substring(0, two.length() - 1) + named("two") + "}";
        Path path = layout.folder(folder.resolve("l"), one, named);
        SeveralImagesException several =
                assertThrows(SeveralImagesException.class, () -> open(path + ""));
        assertEquals(2, several.images().size());
        assertTrue(
                several.getMessage().endsWith("name one of @0, two, as in l:@0"),
                several.getMessage());
        assertEquals("one", hello(path + ":@0", null));
        assertEquals("two", hello(path + ":two", null));
        for (ListedImage image : several.images()) {
            ImageSource chosen = ImageSource.of(path).choosing(image, several.images());
            assertEquals(chosen, ImageSource.parse(chosen.toString()));
            assertEquals(image, engine.open(chosen, null, Progress.NONE).listed());
        }
    }

    @Test
    void oneIndexUnderTwoTagsIsNoCircle() throws IOException {
        TestLayout layout = new TestLayout();
        String nested = TestLayout.index(layout.image("amd64", "a"), layout.image("arm64", "b"));
        Path path =
                layout.folder(
                        folder.resolve("l"),
                        layout.blob(TestLayout.INDEX, nested, named("1")),
                        layout.blob(TestLayout.INDEX, nested, named("latest")));
        assertEquals(4, list(path + "").size());
        assertEquals("a", hello(path + ":latest", "linux/amd64"));
        assertEquals("b", hello(path + ":1", "linux/arm64"));
    }

    @Test
    void indexesThatFanOutWithoutEndAreRefused() throws IOException {
        TestLayout layout = new TestLayout();
        String index = layout.blob(TestLayout.INDEX, TestLayout.index(), "");
        for (int depth = 0; depth < 6; depth++) {
            String[] many = Collections.nCopies(50, index).toArray(new String[0]);
            index = layout.blob(TestLayout.INDEX, TestLayout.index(many), "");
        }
        Path path = layout.folder(folder.resolve("l"), index);
        IOException e = assertThrows(LimitException.class, () -> list(path + ""));
        assertTrue(e.getMessage().contains("manifests=10000"), e.getMessage());
    }

    @Test
    void anImageOfTwoTagsIsOneThoughTheIndexHasItTwice() throws IOException {
        byte[] tar = TestImage.of(TestImage.layer().file("hello", "x")).tars().getFirst();
        byte[] config =
                text(
                        "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                                .formatted(Digest.sha256(tar)));
        TestLayout layout = new TestLayout();
        String manifest =
                TestLayout.manifest(
                        layout.blob(TestLayout.CONFIG, config, ""),
                        List.of(layout.blob(TestLayout.LAYER, tar, "")),
                        "");
        Path path =
                layout.folder(
                        folder.resolve("l"),
                        layout.blob(TestLayout.MANIFEST, manifest, named("1")),
                        layout.blob(TestLayout.MANIFEST, manifest, named("2")));
        Files.writeString(
                path.resolve("manifest.json"),
                "[{\"Config\":\"blobs/sha256/%s\",\"RepoTags\":[\"a:1\",\"a:2\"],\"Layers\":[\"blobs/sha256/%s\"]}]"
                        .formatted(Digest.sha256(config).hex(), Digest.sha256(tar).hex()));
        assertEquals(1, list(path + "").size());
        assertEquals("x", hello(path + "", null));
    }

    @Test
    void entriesOfOneConfigKeepTheirOwnLayers() throws IOException {
        byte[] tar = TestImage.of(TestImage.layer().file("hello", "x")).tars().getFirst();
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                        .formatted(Digest.sha256(tar));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("c.json", text(config));
        files.put("here.tar", tar);
        files.put(
                "manifest.json",
                text(
                        "[{\"Config\":\"c.json\",\"RepoTags\":[\"x:1\"],\"Layers\":[\"gone.tar\"]},"
                            + "{\"Config\":\"c.json\",\"RepoTags\":[\"x:2\"],\"Layers\":[\"here.tar\"]}]"));
        Path path = TestArchive.of(files).tar(folder.resolve("x.tar"), Packing.NONE);
        assertEquals("x", hello(path + ":x:2", null));
    }

    @Test
    void theBeginningOfSeveralDigestsChoosesNone() throws IOException {
        TestLayout layout = new TestLayout();
        Path path =
                layout.folder(
                        folder.resolve("l"),
                        layout.image("amd64", "1"),
                        layout.image("amd64", "2"));
        assertThrows(SeveralImagesException.class, () -> open(path + ":@sha256:"));
    }
}
