package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is loaded from any container and saved to any other is the same image. */
class StoreSaveTest extends StoreFixture {
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("containers")
    void whateverWasLoadedIsSavedAsTheSameImage(TestArchive.Kind kind, Packing packing)
            throws IOException {
        TestImage image = image(kind + " " + packing);
        byte[] config = VerifiedImages.config(image.tars(), 2, "");
        TestArchive archive = TestArchive.of(kind, config, image.tars(), packing);
        Path file = folder.resolve("source");
        KeptImage kept =
                load(kind.isFolder() ? archive.folder(file) : archive.tar(file, Packing.NONE))
                        .getFirst();
        assertEquals(List.of(), verify(ImageSource.stored(shortId(kept)), packing));
        for (SaveFormat format : SaveFormat.values()) {
            Path saved = folder.resolve("saved-" + format.word());
            store.save(List.of(shortId(kept)), format, saved, Progress.NONE);
            ImageSource source = ImageSource.parse(format.word() + ":" + saved);
            assertEquals(List.of(), verify(source, packing));
            try (OpenImage opened = engine.open(source, null, Progress.NONE)) {
                assertArrayEquals(config, opened.image().config().bytes());
            }
        }
        assertNothingUnfinished();
    }

    private List<?> verify(ImageSource source, Packing packing) throws IOException {
        try (OpenImage opened = engine.open(source, null, Progress.NONE)) {
            opened.layers(Progress.NONE);
            return packing.isStandard() ? opened.verify(Progress.NONE) : List.of();
        }
    }

    static Stream<Arguments> containers() {
        return Stream.of(TestArchive.Kind.values())
                .flatMap(
                        kind ->
                                Stream.of(Packing.values())
                                        .map(packing -> Arguments.of(kind, packing)));
    }

    @ParameterizedTest
    @EnumSource
    void severalImagesAreSavedTogetherAndTwiceTheSame(SaveFormat format) throws IOException {
        load("demo/a:1", "one");
        KeptImage other = load("b:1", "two");
        store.tag("b:1", Reference.parse("localhost:5000/c:3"));
        List<String> all = List.of("demo/a:1", "b:1", "localhost:5000/c:3", shortId(other));
        Path once = folder.resolve("once");
        Path again = folder.resolve("again");
        store.save(all, format, once, Progress.NONE);
        store.save(all, format, again, Progress.NONE);
        if (format == SaveFormat.OCI_LAYOUT) {
            for (Path file : files(once)) {
                assertEquals(-1, Files.mismatch(file, again.resolve(once.relativize(file))));
            }
            assertEquals(files(once).size(), files(again).size());
        } else {
            assertEquals(-1, Files.mismatch(once, again));
        }
        List<ListedImage> listed = engine.images(ImageSource.of(once), Progress.NONE);
        assertEquals(
                List.of("a:1", "b:1", "c:3"),
                listed.stream()
                        .flatMap(one -> one.names().stream())
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .distinct()
                        .toList());
        Path elsewhere = folder.resolve("elsewhere");
        try (Engine second = Engine.open(elsewhere, engine.clock())) {
            second.store().load(ImageSource.of(once), null, Progress.NONE);
            assertEquals(
                    store.contents().images().stream().map(KeptImage::id).toList(),
                    second.store().contents().images().stream().map(KeptImage::id).toList());
            assertEquals(2, second.store().find("b:1").names().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void skopeoReadsTheSameImage(SaveFormat format) throws Exception {
        assumeTrue(Tools.has("skopeo"), "skopeo is not installed");
        KeptImage image = load("localhost:5000/demo/a:1", "one");
        Path saved = folder.resolve("saved");
        store.save(List.of(shortId(image)), format, saved, Progress.NONE);
        String source = format.word() + ":" + saved;
        String config = Tools.run("skopeo", "inspect", "--config", "--raw", source);
        assertEquals(
                image.id(), Digest.sha256(config.strip().getBytes(StandardCharsets.ISO_8859_1)));
        Path copied = folder.resolve("copied");
        Tools.run("skopeo", "copy", source, "dir:" + copied);
        KeptImage again = load(copied).getFirst();
        assertEquals(image.id(), again.id());
        assertEquals(
                image.layers().stream().map(KeptLayer::diffId).toList(),
                again.layers().stream().map(KeptLayer::diffId).toList());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileIsReplacedAndAFullFolderIsNot() throws IOException {
        load("a:1", "one");
        Path file = Files.writeString(folder.resolve("old.tar"), "old");
        store.save(List.of("a:1"), SaveFormat.DOCKER_ARCHIVE, file, Progress.NONE);
        assertTrue(Files.size(file) > 3);
        Path full = Files.createDirectory(folder.resolve("full"));
        Path mine = Files.writeString(full.resolve("mine"), "x");
        refusedToSave("not an empty folder", SaveFormat.OCI_LAYOUT, full);
        refusedToSave("is a folder", SaveFormat.OCI_ARCHIVE, full);
        refusedToSave("is not there", SaveFormat.OCI_ARCHIVE, full.resolve("none/x.tar"));
        assertTrue(Files.exists(mine));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        store.save(List.of("a:1"), SaveFormat.OCI_LAYOUT, empty, Progress.NONE);
        assertTrue(Files.exists(empty.resolve("index.json")));
    }

    private void refusedToSave(String words, SaveFormat format, Path target) {
        refused(words, () -> store.save(List.of("a:1"), format, target, Progress.NONE));
    }

    @Test
    void aDamagedLayerIsNotSavedAndTheOldFileStays() throws IOException {
        KeptImage image = load("a:1", "one");
        Path blob = blob(image.layers().getFirst().blob());
        byte[] bytes = Files.readAllBytes(blob);
        bytes[600] ^= 1;
        Files.write(blob, bytes);
        Path file = Files.writeString(folder.resolve("old.tar"), "old");
        for (SaveFormat format : List.of(SaveFormat.DOCKER_ARCHIVE, SaveFormat.OCI_ARCHIVE)) {
            Assertions.assertThrows(
                    DigestMismatchException.class,
                    () -> store.save(List.of("a:1"), format, file, Progress.NONE));
            assertEquals("old", Files.readString(file));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(one -> one.toString().endsWith(".part")).toList());
        }
    }

    @Test
    void cancellingLeavesNothingListedAndNothingWritten() throws IOException {
        Meter cancelled = new Meter("x");
        cancelled.cancel();
        Path file = archive("a:1", "one");
        Assertions.assertThrows(
                InterruptedIOException.class,
                () -> store.load(ImageSource.of(file), null, cancelled));
        assertEquals(List.of(), listed());
        load(file);
        Path saved = folder.resolve("saved.tar");
        for (SaveFormat format : SaveFormat.values()) {
            Assertions.assertThrows(
                    InterruptedIOException.class,
                    () -> store.save(List.of("a:1"), format, saved, cancelled));
            assertTrue(Files.notExists(saved));
        }
        assertNoLitter();
    }

    @Test
    void anImageOfDockersSchemaIsKeptAsOtherProgramsReadIt() throws Exception {
        TestImage image = image("docker");
        byte[] config = VerifiedImages.config(image.tars(), 2, "");
        Path source =
                TestArchive.of(TestArchive.Kind.DIRECTORY, config, image.tars(), Packing.GZIP)
                        .folder(folder.resolve("dir"));
        Path manifest = source.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                "\"schemaVersion\":2,",
                                "\"schemaVersion\":2,\"mediaType\":\""
                                        + MediaType.DOCKER_MANIFEST
                                        + "\",")
                        .replace(MediaType.OCI_CONFIG.value(), MediaType.DOCKER_CONFIG.value())
                        .replace(
                                MediaType.OCI_LAYER_GZIP.value(),
                                MediaType.DOCKER_LAYER_GZIP.value()));
        KeptImage kept = load(source).getFirst();
        assertEquals(Digest.sha256(config), kept.id());
        store.tag(shortId(kept), Reference.parse("localhost:5000/docker/made:1"));
        try (OpenImage opened = open("localhost:5000/docker/made:1")) {
            assertEquals(MediaType.OCI_MANIFEST, opened.image().manifest().mediaType());
            assertEquals(List.of(), opened.verify(Progress.NONE));
        }
        assumeTrue(Tools.has("skopeo"), "skopeo is not installed");
        String name = "oci:" + storeFolder() + ":localhost:5000/docker/made:1";
        assertTrue(Tools.run("skopeo", "inspect", name).contains(kept.manifest().toString()));
        String raw = Tools.run("skopeo", "inspect", "--config", "--raw", name);
        assertEquals(kept.id(), Digest.sha256(raw.strip().getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void anImageThatIsThereInAnotherFormIsNotStoredTwice() throws IOException {
        TestImage image = image("x");
        byte[] config = VerifiedImages.config(image.tars(), 2, "");
        List<Path> files = new ArrayList<>();
        for (TestArchive.Kind kind :
                List.of(TestArchive.Kind.OCI_ARCHIVE, TestArchive.Kind.DOCKER_CLASSIC)) {
            files.add(
                    TestArchive.of(kind, config, image.tars(), Packing.GZIP)
                            .tar(folder.resolve(kind + ".tar"), Packing.NONE));
        }
        KeptImage first = load(files.getFirst()).getFirst();
        long size = store.contents().storedSize();
        KeptImage same = load(files.getLast()).getFirst();
        assertEquals(first.manifest(), same.manifest());
        assertEquals(size, store.contents().storedSize());
        assertTrue(names(same).contains("test/image:1"));
    }

    @Test
    void nothingButAFileIsReplacedAndNothingInTheStore() throws Exception {
        load("a:1", "one");
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path lock = storeFolder().resolve("lock");
        for (SaveFormat format : List.of(SaveFormat.DOCKER_ARCHIVE, SaveFormat.OCI_ARCHIVE)) {
            refused(pipe + ": is a device or pipe", () -> save(format, pipe));
            refused(lock + ": lies in the store", () -> save(format, lock));
        }
        refused("lies in the store", () -> save(SaveFormat.OCI_LAYOUT, lock.resolveSibling("x")));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
        assertEquals(0, Files.size(lock));
        assertNothingUnfinished();
    }

    @Test
    void whereALinkLeadsIsReplacedAndTheLinkStays() throws IOException {
        load("a:1", "one");
        Path real = Files.writeString(folder.resolve("real"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        save(SaveFormat.OCI_ARCHIVE, link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(1, engine.images(ImageSource.of(real), Progress.NONE).size());
    }

    private void save(SaveFormat format, Path target) throws IOException {
        store.save(List.of("a:1"), format, target, Progress.NONE);
    }
}
