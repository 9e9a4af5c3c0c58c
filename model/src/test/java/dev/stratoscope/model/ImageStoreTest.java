package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Loading, listing, naming, removing: docker's rules, and what they leave on disk. */
class ImageStoreTest extends StoreFixture {
    @Test
    void aStoreThatIsNotThereIsEmptyAndIsNotMadeByLooking() throws IOException {
        assertEquals(List.of(), store.contents().images());
        assertInstanceOf(NoSuchImageException.class, refused("a:1", () -> store.find("a:1")));
        refused("a:1", () -> store.remove("a:1", true));
        refused("a:1", () -> open("a:1"));
        store.prune(Progress.NONE);
        assertTrue(Files.notExists(home));
    }

    @Test
    void aLoadedImageIsListedWithItsSizesAndOpensAsItWas() throws IOException {
        Path file = archive("demo/a:1", "one");
        KeptImage kept = load(file).getFirst();
        assertEquals(List.of("demo/a:1"), names(kept));
        OpenImage original = engine.open(ImageSource.of(file), null, Progress.NONE);
        assertEquals(original.image().id(), kept.id());
        assertEquals(
                original.contentSizes(Progress.NONE),
                kept.layers().stream().map(KeptLayer::contentSize).toList());
        assertEquals("COPY layer 1", kept.layers().getLast().createdBy());
        try (OpenImage opened = open("demo/a:1")) {
            assertEquals(List.of("demo/a:1"), opened.image().names());
            assertEquals(List.of(), opened.verify(Progress.NONE));
            assertEquals(
                    Shown.of(original.tree(Progress.NONE)), Shown.of(opened.tree(Progress.NONE)));
            assertTrue(store.find("demo/a:1").inUse());
        }
        assertFalse(store.find("demo/a:1").inUse());
        assertNoLitter();
    }

    @Test
    void aBlobIsStoredOnceAndSharingIsTold() throws IOException {
        load("a:1", "one");
        long alone = store.contents().storedSize();
        KeptImage b = load("b:1", "two");
        StoreContents both = store.contents();
        KeptLayer base = b.layers().getFirst();
        assertEquals(2, base.images());
        assertEquals(base.contentSize(), b.sharedSize());
        assertEquals(3, b.uniqueSize());
        assertEquals(base.storedSize(), both.savedSize());
        long more = both.storedSize() - alone;
        assertEquals(more, b.frees());
        Removal removal = store.remove("b:1", false);
        assertEquals(more, removal.freed());
        assertEquals(List.of(b.id()), removal.deleted());
        assertEquals(alone, store.contents().storedSize());
        assertEquals(1, store.find("a:1").layers().getFirst().images());
    }

    @Test
    void loadingAgainChangesNothing() throws IOException {
        load("a:1", "one");
        StoreContents before = store.contents();
        byte[] index = Files.readAllBytes(storeFolder().resolve("index.json"));
        load("a:1", "one");
        assertEquals(before, store.contents());
        assertEquals(
                new String(index, StandardCharsets.UTF_8),
                Files.readString(storeFolder().resolve("index.json")));
    }

    @Test
    void aNameMovesToTheImageLoadedLastAndTheOtherIsDangling() throws IOException {
        KeptImage first = load("a:1", "one");
        KeptImage second = load("a:1", "two");
        assertNotEquals(first.id(), second.id());
        assertEquals(second.id(), store.find("a:1").id());
        assertTrue(store.find(shortId(first)).isDangling());
        long prunable = store.contents().prunable();
        assertTrue(prunable > 0);
        Removal removal = store.prune(Progress.NONE);
        assertEquals(List.of(first.id()), removal.deleted());
        assertEquals(prunable, removal.freed());
        assertEquals(List.of("[a:1]"), listed());
        assertNoLitter();
    }

    @Test
    void taggingADanglingImageGivesItAName() throws IOException {
        KeptImage first = load("a:1", "one");
        load("a:1", "two");
        store.tag(shortId(first), Reference.parse("kept"));
        assertEquals(List.of(), store.prune(Progress.NONE).deleted());
        assertEquals(first.id(), store.find("kept:latest").id());
        assertEquals(first.id(), store.find("docker.io/library/kept").id());
    }

    @Test
    void aNameUntagsAndTheLastNameTakesTheImage() throws IOException {
        KeptImage image = load("a:1", "one");
        store.tag("a:1", Reference.parse("localhost:5000/b:2"));
        refused(
                "has several names: a:1, localhost:5000/b:2",
                () -> store.remove(shortId(image), false));
        Removal untagged = store.remove("a:1", false);
        assertEquals(List.of(), untagged.deleted());
        assertEquals("a:1", untagged.untagged().getFirst().familiar());
        Removal removed = store.remove("localhost:5000/b:2", false);
        assertEquals(List.of(image.id()), removed.deleted());
        assertEquals(List.of(), listed());
        assertEquals(0, store.contents().storedSize());
    }

    @Test
    void anIdTakesAllNamesByForce() throws IOException {
        KeptImage image = load("a:1", "one");
        store.tag("a:1", Reference.parse("b:2"));
        Removal removed = store.remove(image.id().toString(), true);
        assertEquals(2, removed.untagged().size());
        assertEquals(List.of(), listed());
    }

    @Test
    void whatIsOpenIsNotRemovedAndReadsOn() throws IOException {
        KeptImage image = load("a:1", "one");
        store.tag("a:1", Reference.parse("b:1"));
        try (OpenImage opened = open("a:1")) {
            store.remove("a:1", false);
            refused("is in use", () -> store.remove("b:1", false));
            refused("is in use", () -> store.remove(shortId(image), true));
            load("b:1", "two");
            assertEquals(List.of(), store.prune(Progress.NONE).deleted());
            assertEquals(List.of(), opened.verify(Progress.NONE));
        }
        assertEquals(List.of(image.id()), store.prune(Progress.NONE).deleted());
    }

    @Test
    void idsAreFoundByTheirBeginningAndAmbiguityIsTold() throws IOException {
        KeptImage image = load("a:1", "one");
        String hex = image.id().hex();
        for (String text :
                List.of(
                        hex,
                        "sha256:" + hex,
                        hex.substring(0, 4),
                        "sha256:" + hex.substring(0, 12))) {
            assertEquals(image.id(), store.find(text).id(), text);
        }
        assertEquals(image.id(), store.find("a:1@" + image.manifest()).id());
        refused("no such image", () -> store.find(hex.substring(0, 3)));
        refused("no such image", () -> store.find("a"));
        refused("no such image", () -> store.find("A:1"));
        store.tag("a:1", Reference.parse(hex.substring(0, 8)));
        assertEquals(image.id(), store.find(hex.substring(0, 8)).id());
    }

    @Test
    void anIdThatCouldMeanSeveralImagesIsRefused() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        int number = 0;
        Integer before = null;
        while (before == null) {
            String beginning = Digest.sha256(numbered(number)).hex().substring(0, 4);
            before = seen.putIfAbsent(beginning, number++);
        }
        List<String> ids = new ArrayList<>();
        for (int one : new int[] {before, number - 1}) {
            Path file =
                    TestArchive.of(Map.of("manifest.json", LISTING, "c", numbered(one)))
                            .tar(folder.resolve(one + ".tar"), Packing.NONE);
            ids.add(load(file).getFirst().id().shortHex());
        }
        String beginning = ids.getFirst().substring(0, 4);
        IOException e = refused("is the beginning of several ids", () -> store.find(beginning));
        ids.forEach(id -> assertTrue(String.valueOf(e.getMessage()).contains(id)));
        assertEquals(ids.getFirst(), store.find(ids.getFirst()).id().shortHex());
        assertEquals(2, store.prune(Progress.NONE).deleted().size());
    }

    private static final byte[] LISTING =
            "[{\"Config\":\"c\",\"Layers\":[]}]".getBytes(StandardCharsets.UTF_8);

    private static byte[] numbered(int number) {
        return ("{\"os\":\"linux\",\"architecture\":\"amd64\",\"number\":"
                        + number
                        + ",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNameThatLooksLikeAnIdIsFoundAsAName() throws IOException {
        load("a:1", "one");
        KeptImage other = load("cafe:latest", "two");
        assertEquals(other.id(), store.find("cafe").id());
    }

    @Test
    void whatIsWrittenCouldBeAFileOrAnImage() throws IOException {
        load("a:1", "one");
        assertEquals(List.of("a:1"), openAny("a:1").image().names());
        assertEquals(List.of("a:1"), openAny("store:a:1").image().names());
        refused("no such file, and no such image in the store", () -> openAny("b:1"));
        refused("no such image in the store", () -> openAny("store:b:1"));
        ImageSource source = ImageSource.stored("a:1");
        assertEquals(source, ImageSource.parse(source.toString()));
        assertEquals(1, engine.images(source, Progress.NONE).size());
    }

    private OpenImage openAny(String text) throws IOException {
        return engine.open(ImageSource.parse(text), null, Progress.NONE);
    }

    @Test
    void filesWithoutAnImageAreNotLoaded() throws IOException {
        Path tar = Files.write(folder.resolve("files.tar"), image("x").tars().getFirst());
        refused("holds no image but files", () -> load(tar));
        refused("no such file", () -> load(folder.resolve("nothing")));
        assertEquals(List.of(), listed());
    }

    @Test
    void theListingIsMadeAgainWhereItsRecordsAreLostOrDamaged() throws IOException {
        load("a:1", "one");
        load("b:1", "two");
        StoreContents before = store.contents();
        try (Stream<Path> records = Files.list(storeFolder().resolve("sizes"))) {
            List<Path> all = records.toList();
            Files.delete(all.getFirst());
            Files.writeString(all.getLast(), "sizes 1\n1 1\n");
        }
        assertEquals(before, store.contents());
        assertEquals(before, store.contents());
    }

    @Test
    void twoEnginesInOneProgramSeeOneStore() throws IOException {
        try (Engine other = Engine.open(home, engine.clock())) {
            load("a:1", "one");
            try (OpenImage _ = open("a:1")) {
                assertTrue(other.store().find("a:1").inUse());
                refused("is in use", () -> other.store().remove("a:1", false));
            }
            other.store().remove("a:1", false);
            assertEquals(List.of(), listed());
        }
    }

    @Test
    void aLayerInTwoFormsIsStoredTwiceAndSoNotShared() throws IOException {
        TestImage image = image("one");
        byte[] config = VerifiedImages.config(image.tars(), 2, "");
        for (Packing packing : List.of(Packing.GZIP, Packing.ZSTD)) {
            Path layout = folder.resolve(packing.name());
            TestArchive.of(TestArchive.Kind.OCI_FOLDER, config, image.tars(), packing)
                    .folder(layout);
            load(layout);
        }
        List<KeptImage> both = store.contents().images();
        assertEquals(2, both.size());
        both.forEach(one -> assertEquals(0, one.sharedSize()));
        for (KeptImage one : both) {
            KeptImage now = store.find(one.manifest().toString());
            assertEquals(one.manifest(), now.manifest());
            assertEquals(now.frees(), store.remove(one.manifest().toString(), true).freed());
        }
        assertNoLitter();
    }

    @Test
    void untaggingNeverTakesAnImage() throws IOException {
        KeptImage image = load("a:1", "one");
        store.tag("a:1", Reference.parse("b"));
        store.untag(Reference.parse("b"));
        assertEquals(List.of("[a:1]"), listed());
        refused("a:1: is the only name", () -> store.untag(Reference.parse("a:1")));
        refused("b: no image has this name", () -> store.untag(Reference.parse("b")));
        assertEquals(image, store.find("a:1"));
    }
}
