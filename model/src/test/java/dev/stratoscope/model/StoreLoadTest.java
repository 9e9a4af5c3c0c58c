package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which images of a container are loaded, what they are called then, and what is refused. */
class StoreLoadTest extends StoreFixture {
    private KeptImage only(String source, @Nullable Platform platform) throws IOException {
        List<KeptImage> kept = store.load(ImageSource.parse(source), platform, Progress.NONE);
        assertEquals(1, kept.size());
        return kept.getFirst();
    }

    private Path twoPlatforms() throws IOException {
        TestLayout layout = new TestLayout();
        String both =
                TestLayout.index(layout.image("amd64", "here"), layout.image("arm64", "there"));
        String nested = layout.blob(TestLayout.INDEX, both, TestLayout.named("demo/multi:1"));
        return layout.folder(folder.resolve("multi"), nested);
    }

    @Test
    void ofSeveralPlatformsTheWantedOneIsLoaded() throws IOException {
        String source = twoPlatforms().toString();
        KeptImage arm = only(source, new Platform("linux", "arm64", null));
        assertEquals("arm64", arm.platform().architecture());
        assertEquals(List.of("demo/multi:1"), names(store.find("demo/multi:1")));
        refused(
                "only for linux/arm64",
                () ->
                        engine.open(
                                ImageSource.stored("demo/multi:1"),
                                new Platform("linux", "amd64", null),
                                Progress.NONE));
        refused("holds no image for", () -> only(source, new Platform("plan9", "mips", null)));
        KeptImage local = only(source, new Platform("linux", "amd64", null));
        assertEquals(local.id(), store.find("demo/multi:1").id());
        assertTrue(store.find(shortId(arm)).isDangling());
    }

    @Test
    void aBareTagIsOneOfItsFolderAndABareNameIsAName() throws IOException {
        TestLayout layout = new TestLayout();
        String image = layout.image("amd64", "here");
        for (String bare : List.of("1.22", "latest", "other")) {
            String named = image.substring(0, image.length() - 1) + TestLayout.named(bare) + "}";
            only(layout.folder(folder.resolve("nginx"), named).toString(), null);
        }
        assertEquals(List.of("[nginx:1.22, nginx:latest, other:latest]"), listed());
    }

    @Test
    void allImagesOfAnArchiveAreLoadedUnlessOneIsChosen() throws IOException {
        String config =
                "{\"os\":\"linux\",\"n\":%d,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        String listing =
                "[{\"Config\":\"a\",\"Layers\":[],\"RepoTags\":[\"a:1\",\"a:2\"]},"
                        + "{\"Config\":\"b\",\"Layers\":[],\"RepoTags\":[\"b:1\"]},"
                        + "{\"Config\":\"c\",\"Layers\":[]}]";
        Path file =
                TestArchive.of(
                                Map.of(
                                        "manifest.json", bytes(listing),
                                        "a", bytes(config.formatted(1)),
                                        "b", bytes(config.formatted(2)),
                                        "c", bytes(config.formatted(3))))
                        .tar(folder.resolve("all.tar"), Packing.GZIP);
        assertEquals(List.of("b:1"), names(only(file + ":b:1", null)));
        assertEquals(List.of("[b:1]"), listed());
        assertEquals(3, load(file).size());
        assertEquals(3, load(file).size());
        assertEquals(3, store.contents().images().size());
        assertEquals(List.of("a:1", "a:2"), names(store.find("a:1")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatDoesNotHoldIsRefusedAndNothingIsKept() throws IOException {
        TestLayout layout = new TestLayout();
        String image = layout.image("amd64", "here");
        Path source = layout.folder(folder.resolve("sound"), image);
        byte[] tar = image("x").tars().getFirst();
        byte[] other = image("y").tars().getLast();
        refused("diffID", () -> load(broken(tar, other, true)));
        refused("digest", () -> load(broken(tar, other, false)));
        Path missing = new TestLayout().folder(folder.resolve("missing"), image);
        refused("missing", () -> load(missing));
        assertEquals(0, store.contents().storedSize());
        assertEquals(List.of(), listed());
        assertNoLitter();
        load(source);
        assertEquals(1, listed().size());
    }

    /** A layout whose layer has another diffID than the config says, or other bytes. */
    private Path broken(byte[] told, byte[] actual, boolean diffId) throws IOException {
        TestLayout layout = new TestLayout();
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                        .formatted(Digest.sha256(told));
        String layer = layout.blob(TestLayout.LAYER, diffId ? actual : told, "");
        String manifest =
                layout.blob(
                        TestLayout.MANIFEST,
                        TestLayout.manifest(
                                layout.blob(TestLayout.CONFIG, config, ""), List.of(layer), ""),
                        "");
        Path written = layout.folder(Files.createTempDirectory(folder, "broken"), manifest);
        if (!diffId) {
            byte[] same = told.clone();
            same[700] ^= 1;
            Files.write(written.resolve("blobs/sha256/" + Digest.sha256(told).hex()), same);
        }
        return written;
    }

    @Test
    void artifactsAndStatementsAreNotLoaded() throws IOException {
        TestLayout layout = new TestLayout();
        String image = layout.image("amd64", "here");
        String statement =
                layout.blob(
                        TestLayout.MANIFEST,
                        TestLayout.manifest(
                                layout.blob("application/vnd.in-toto+json", "{}", ""),
                                List.of(
                                        layout.blob(
                                                "application/vnd.in-toto+json", "{\"a\":1}", "")),
                                ""),
                        TestLayout.platform("unknown", "unknown"));
        Path both = layout.folder(folder.resolve("both"), image, statement);
        only(both.toString(), null);
        Path alone = layout.folder(folder.resolve("alone"), statement);
        refused("no image to run", () -> load(alone));
    }
}
