package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills a program at random moments of its work on a store, and looks at what is left. The property
 * {@code stratoscope.crashes} says how often.
 */
class StoreCrashTest extends StoreFixture {
    /** How many archives there are to load. */
    static final int ARCHIVES = 6;

    private static final int MOST_MILLIS = 400;

    private Path archives;

    @BeforeEach
    void makeArchives() throws IOException {
        archives = Files.createDirectory(folder.resolve("archives"));
        Random bytes = new Random(4);
        for (int i = 0; i < ARCHIVES; i++) {
            // Large enough that a kill meets copying, and unlike enough to have own layers.
            String text =
                    bytes.ints(200_000, 'a', 'z')
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            TestImage image =
                    TestImage.of(
                            TestImage.layer().file("base", "base".repeat(50_000)),
                            TestImage.layer().file("own", text));
            TestArchive.Kind kind =
                    i % 2 == 0 ? TestArchive.Kind.DOCKER_CLASSIC : TestArchive.Kind.OCI_ARCHIVE;
            Packing packing = i % 3 == 0 ? Packing.NONE : Packing.GZIP;
            TestArchive.of(kind, VerifiedImages.config(image.tars(), 2, ""), image.tars(), packing)
                    .tar(archives.resolve(i + ".tar"), Packing.NONE);
        }
    }

    @Test
    void aKilledProgramLosesNothingAndItsLitterIsSweptAway() throws Exception {
        int crashes = Integer.getInteger("stratoscope.crashes", 20);
        long seed = Long.getLong("stratoscope.crashes.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < crashes; round++) {
            String about = "seed " + seed + " round " + round;
            kill(random, about);
            check(about);
            if (round % 5 == 4 && Tools.has("skopeo")) {
                readBySkopeo();
            }
            if (round % 3 == 2) {
                store.prune(Progress.NONE);
                assertNoLitter();
                assertNothingUnlisted(about);
            }
        }
        store.prune(Progress.NONE);
        assertNoLitter();
        assertNothingUnlisted("seed " + seed);
    }

    private void kill(Random random, String about) throws Exception {
        Process process = StoreWorker.start(home, archives, random.nextLong(), -1);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("begun", said.readLine(), about);
            Thread.sleep(random.nextInt(MOST_MILLIS));
            // Through its handle, which leaves what it said to be read.
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assertEquals("", line, about);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private void check(String about) throws IOException {
        for (KeptImage image : store.contents().images()) {
            assertNull(image.problem(), about);
            for (Reference name : image.names()) {
                assertEquals(image.manifest(), store.find(name.toString()).manifest(), about);
            }
            try (OpenImage opened = open(image.id().toString())) {
                assertEquals(List.of(), opened.verify(Progress.NONE), about);
            }
        }
        Path blobs = storeFolder().resolve("blobs/sha256");
        if (Files.exists(blobs)) {
            try (Stream<Path> files = Files.list(blobs)) {
                for (Path file : files.toList()) {
                    assertEquals(file.getFileName() + "", digest(file).hex(), about);
                }
            }
        }
    }

    private static Digest digest(Path file) throws IOException {
        MessageDigest hasher = Digest.newSha256();
        try (InputStream in = Files.newInputStream(file)) {
            hasher.update(in.readAllBytes());
        }
        return Digest.ofSha256(hasher.digest());
    }

    /** After a sweep each blob belongs to an image, and nothing unfinished lies about. */
    private void assertNothingUnlisted(String about) throws IOException {
        long blobs =
                store.contents().images().stream()
                        .flatMap(StoreCrashTest::blobs)
                        .distinct()
                        .count();
        Path folder = storeFolder().resolve("blobs/sha256");
        assertEquals(blobs, count(folder), about);
        try (Stream<Path> files = Files.list(archives)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName() + "")
                            .filter(name -> name.endsWith(".part"))
                            .toList(),
                    about);
        }
    }

    private static Stream<Digest> blobs(KeptImage image) {
        return Stream.concat(
                Stream.of(image.manifest(), image.id()),
                image.layers().stream().map(layer -> layer.blob()));
    }

    private void readBySkopeo() throws Exception {
        for (KeptImage image : store.contents().images()) {
            for (Reference name : image.names()) {
                Tools.run("skopeo", "inspect", "oci:" + storeFolder() + ":" + name);
            }
        }
    }
}
