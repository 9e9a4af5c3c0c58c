package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A store that was damaged, cannot be written to, or is full. */
class StoreFaultsTest extends StoreFixture {
    @Test
    void aBlobThatWasEditedIsNamedAndHealedByLoadingAgain() throws IOException {
        KeptImage image = load("a:1", "one");
        Path blob = blob(image.layers().getFirst().blob());
        byte[] good = Files.readAllBytes(blob);
        byte[] bad = good.clone();
        bad[600] ^= 1;
        Files.write(blob, bad);
        try (OpenImage opened = open("a:1")) {
            refused(blob.getFileName() + "", () -> opened.layer(0, Progress.NONE));
            assertEquals(
                    Finding.Code.DIGEST_MISMATCH, opened.verify(Progress.NONE).getFirst().code());
        }
        load("a:1", "one");
        assertEquals(-1, Files.mismatch(blob, Files.write(folder.resolve("good"), good)));
    }

    @Test
    void aBlobThatIsCutShortOrMissingIsToldByTheListing() throws IOException {
        KeptImage image = load("a:1", "one");
        Path blob = blob(image.layers().getFirst().blob());
        Files.write(blob, new byte[10]);
        assertTrue(problem("a:1").contains("10 bytes long"), problem("a:1"));
        Files.delete(blob);
        assertTrue(problem("a:1").contains("is missing"), problem("a:1"));
        load("a:1", "one");
        assertEquals("null", problem("a:1"));
    }

    @Test
    void anImageWhoseDocumentsAreDamagedIsListedAndCanBeRemovedButNothingIsSwept()
            throws IOException {
        KeptImage image = load("a:1", "one");
        load("b:1", "two");
        load("b:1", "three");
        Files.writeString(blob(image.manifest()), "nonsense");
        assertTrue(problem("a:1").contains(image.manifest().hex()), problem("a:1"));
        refused(image.manifest().hex(), () -> open("a:1"));
        assertEquals(
                2, store.contents().images().stream().filter(one -> one.problem() == null).count());
        long stored = store.contents().storedSize();
        assertEquals(0, store.prune(Progress.NONE).freed());
        assertEquals(stored, store.contents().storedSize());
        store.remove("a:1", false);
        assertEquals(List.of("[b:1]"), listed());
        assertNoLitter();
    }

    private String problem(String image) throws IOException {
        return String.valueOf(store.find(image).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "{}", "[]", "{\"manifests\":[{}]}", "{\"manifests\":1}"})
    void anIndexThatIsNonsenseIsNamedAndNotOverwritten(String nonsense) throws IOException {
        load("a:1", "one");
        Path other = archive("b:1", "two");
        Path index = storeFolder().resolve("index.json");
        byte[] good = Files.readAllBytes(index);
        Files.writeString(index, nonsense);
        String words = index + ": ";
        refused(words, () -> store.contents());
        refused(words, () -> store.find("a:1"));
        refused(words, () -> open("a:1"));
        refused(words, () -> load(other));
        refused(words, () -> store.tag("a:1", Reference.parse("c:1")));
        refused(words, () -> store.remove("a:1", true));
        IOException e = refused(words, () -> store.prune(Progress.NONE));
        assertTrue(String.valueOf(e.getMessage()).contains("move it away"), e.getMessage());
        assertEquals(nonsense, Files.readString(index));
        Files.write(index, good);
        assertEquals(List.of("[a:1]"), listed());
        Files.delete(index);
        assertEquals(List.of(), listed());
        load("a:1", "one");
        assertEquals(List.of("[a:1]"), listed());
    }

    @Test
    void whatOtherProgramsWriteToTheIndexIsKept() throws IOException {
        KeptImage image = load("a:1", "one");
        Path index = storeFolder().resolve("index.json");
        String more =
                Files.readString(index)
                        .replace("\"annotations\":{", "\"annotations\":{\"x\":\"y\",");
        Files.writeString(
                index,
                more.replace(
                        "{\"schemaVersion\":2",
                        "{\"annotations\":{\"k\":\"v\"},\"schemaVersion\":2"));
        store.tag("a:1", Reference.parse("b:1"));
        store.remove("b:1", false);
        assertTrue(Files.readString(index).contains("\"x\":\"y\""));
        assertTrue(Files.readString(index).contains("\"k\":\"v\""));
        assertEquals(image.id(), store.find("a:1").id());
    }

    @Test
    void anIndexOfPlatformsThatAnotherProgramPutThereIsListedAndKept() throws IOException {
        load("a:1", "one");
        TestLayout layout = new TestLayout();
        String both =
                TestLayout.index(layout.image("amd64", "here"), layout.image("arm64", "there"));
        String nested = layout.blob(TestLayout.INDEX, both, TestLayout.named("multi:1"));
        Path made = layout.folder(folder.resolve("multi"), nested);
        try (Stream<Path> blobs = Files.list(made.resolve("blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                Files.copy(blob, storeFolder().resolve("blobs/sha256/" + blob.getFileName()));
            }
        }
        Path index = storeFolder().resolve("index.json");
        String before = Files.readString(index);
        Files.writeString(index, before.replace("}]}", "}," + nested + "]}"));
        long stored = store.contents().storedSize();
        assertEquals(0, store.prune(Progress.NONE).freed());
        assertEquals(stored, store.contents().storedSize());
        KeptImage multi = store.find("multi:1");
        assertEquals(multi, store.find(shortId(multi)));
        try (OpenImage opened = open("multi:1")) {
            assertEquals(1, opened.layers(Progress.NONE).size());
            refused("is in use", () -> store.remove("multi:1", false));
        }
        Path saved = folder.resolve("saved.tar");
        store.save(List.of("multi:1"), SaveFormat.OCI_ARCHIVE, saved, Progress.NONE);
        assertEquals(1, engine.images(ImageSource.of(saved), Progress.NONE).size());
        store.remove("multi:1", false);
        assertEquals(List.of("[a:1]"), listed());
        assertNoLitter();
    }

    @Test
    void aClockThatJumpsChangesNothing() throws IOException {
        load("a:1", "one");
        for (Instant time : List.of(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"))) {
            try (Engine other = Engine.open(home, Clock.fixed(time, ZoneOffset.UTC));
                    OpenImage _ = open("a:1")) {
                other.store().prune(Progress.NONE);
                other.store().tag("a:1", Reference.parse("b:1"));
                assertEquals(1, other.store().contents().images().size());
            }
        }
    }

    @Test
    void aStoreThatCannotBeWrittenToIsReadAndSaysSo() throws Exception {
        KeptImage image = load("a:1", "one");
        Path file = archive("b:1", "two");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 64)) {
            disk.copy(storeFolder(), "store");
            disk.makeReadOnly();
            try (Engine other = Engine.open(disk.folder(), engine.clock())) {
                ImageStore there = other.store();
                assertEquals(image, there.find("a:1"));
                assertEquals(1, there.contents().images().size());
                try (OpenImage opened =
                        other.open(ImageSource.stored("a:1"), null, Progress.NONE)) {
                    assertEquals(List.of(), opened.verify(Progress.NONE));
                }
                there.save(
                        List.of("a:1"), SaveFormat.OCI_ARCHIVE, folder.resolve("x"), Progress.NONE);
                String words =
                        disk.folder().resolve("store/lock") + ": the store cannot be written";
                refused(words, () -> there.load(ImageSource.of(file), null, Progress.NONE));
                refused(words, () -> there.tag("a:1", Reference.parse("c:1")));
                refused(words, () -> there.remove("a:1", false));
                refused(words, () -> there.prune(Progress.NONE));
            }
        }
    }

    @Test
    void aFullDiskIsToldAndNothingIsLost() throws Exception {
        Path small = archive("a:1", "one");
        TestImage image = TestImage.of(TestImage.layer().file("big", "x".repeat(3 << 20)));
        Path big =
                TestArchive.of(
                                TestArchive.Kind.DOCKER_CLASSIC,
                                VerifiedImages.config(image.tars(), 1, ""),
                                image.tars(),
                                Packing.NONE)
                        .tar(folder.resolve("big.tar"), Packing.NONE);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 2);
                Engine other = Engine.open(disk.folder(), engine.clock())) {
            ImageStore there = other.store();
            there.load(ImageSource.of(small), null, Progress.NONE);
            refused(
                    disk.folder() + "/store: No space left on device",
                    () -> there.load(ImageSource.of(big), null, Progress.NONE));
            assertEquals(1, there.contents().images().size());
            assertEquals(0, count(disk.folder().resolve("store/ingest")));
            assertEquals(0, there.contents().prunable());
            there.tag("a:1", Reference.parse("b:1"));
            refused(
                    "No space left on device",
                    () -> {
                        for (int i = 0; i < 100; i++) {
                            Path to = disk.folder().resolve(i + ".tar");
                            there.save(
                                    List.of("a:1"), SaveFormat.DOCKER_ARCHIVE, to, Progress.NONE);
                        }
                    });
            assertEquals(2, there.find("b:1").names().size());
            assertTrue(disk.fill() > 0);
            try (OpenImage opened = other.open(ImageSource.stored("a:1"), null, Progress.NONE)) {
                assertEquals(List.of(), opened.verify(Progress.NONE));
            }
            String index = disk.folder() + "/store/ingest/index";
            refused(index, () -> there.remove("b:1", false));
            assertEquals(2, there.find("b:1").names().size());
            Files.delete(disk.folder().resolve("filler"));
            there.remove("b:1", false);
            assertEquals(1, there.find("a:1").names().size());
        }
    }

    @Test
    void anIndexWithoutEndIsRefusedByItsLengthAlone() throws IOException {
        load("a:1", "one");
        Path index = storeFolder().resolve("index.json");
        try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        refused(index + ": goes beyond the limit documentBytes", () -> store.contents());
    }

    @Test
    void noMoreNamesAreGivenThanCanBeReadAgain() throws IOException {
        load("a:1", "one");
        try (Engine narrow = engine.with(Limits.DEFAULT.with("manifests", 2))) {
            narrow.store().tag("a:1", Reference.parse("b:1"));
            refused(
                    "index.json goes beyond the limit manifests=2",
                    () -> narrow.store().tag("a:1", Reference.parse("c:1")));
            assertEquals(2, narrow.store().find("a:1").names().size());
        }
        assertNoLitter();
    }

    @Test
    void aFileInTheStoresPlaceIsNamed() throws IOException {
        Path file = archive("a:1", "one");
        Files.writeString(home, "a file");
        refused(home + ": is no folder", () -> load(file));
        Files.delete(home);
        Files.createDirectory(home);
        Files.writeString(storeFolder(), "a file");
        refused(storeFolder() + "", () -> load(file));
    }

    @Test
    void whatACrashLeftElsewhereAndCannotBeRemovedKeepsNobodyFromPruning() throws IOException {
        load("a:1", "one");
        load("a:1", "two");
        Path left = Files.writeString(folder.resolve("file"), "x").resolve(".t.dead.part");
        Path lease = storeFolder().resolve("leases/dead");
        Files.writeString(lease, "writes file://" + left + "\n");
        assertTrue(store.prune(Progress.NONE).freed() > 0);
        assertTrue(Files.exists(lease));
        Files.delete(folder.resolve("file"));
        Files.createDirectory(folder.resolve("file"));
        Files.writeString(left, "half");
        store.prune(Progress.NONE);
        assertTrue(Files.notExists(left));
        assertNoLitter();
    }

    @Test
    void anImageThatAnotherProgramNamedByItsOwnRulesOutlivesItsOtherNames() throws IOException {
        KeptImage image = load("a:1", "one");
        Path index = storeFolder().resolve("index.json");
        store.tag("a:1", Reference.parse("b:1"));
        Files.writeString(index, Files.readString(index).replace("docker.io/library/b:1", "B !"));
        assertEquals(0, store.remove("a:1", false).freed());
        assertEquals(image.id(), store.find(shortId(image)).id());
        assertEquals(0, store.prune(Progress.NONE).freed());
    }
}
