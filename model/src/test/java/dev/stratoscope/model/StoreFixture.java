package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** A store in a folder of its own, and small images to put there. */
abstract class StoreFixture {
    @TempDir Path folder;

    Path home;
    Engine engine;
    ImageStore store;

    @BeforeEach
    void openStore() {
        home = folder.resolve("home");
        engine = Engine.open(home, Clock.systemUTC());
        store = engine.store();
    }

    @AfterEach
    void closeStore() {
        engine.close();
    }

    /** An image over a base that all have; each text makes another one. */
    static TestImage image(String text) {
        return TestImage.of(
                TestImage.layer().directory("etc").file("etc/base", "base ".repeat(4_000)),
                TestImage.layer().file("etc/motd", text));
    }

    /** An archive with that image, as the engine writes it. */
    Path archive(String name, String text) throws IOException {
        return Engine.open(folder.resolve("drafts-of-tests"), Clock.systemUTC())
                .write(image(text).draft(name), name.replaceAll("\\W", "_") + text + ".tar");
    }

    KeptImage load(String name, String text) throws IOException {
        return load(archive(name, text)).getFirst();
    }

    List<KeptImage> load(Path file) throws IOException {
        return store.load(ImageSource.of(file), null, Progress.NONE);
    }

    OpenImage open(String image) throws IOException {
        return engine.open(ImageSource.stored(image), null, Progress.NONE);
    }

    static List<String> names(KeptImage image) {
        return image.names().stream().map(Reference::familiar).toList();
    }

    /** What is listed: names in brackets, or the beginning of an id. */
    List<String> listed() throws IOException {
        return store.contents().images().stream().map(one -> names(one).toString()).toList();
    }

    static String shortId(KeptImage image) {
        return image.id().shortHex();
    }

    Path storeFolder() {
        return home.resolve("store");
    }

    Path blob(Digest digest) {
        return storeFolder().resolve("blobs/" + digest.algorithm() + "/" + digest.hex());
    }

    /** How many files are in a folder, which need not be there. */
    static long count(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** Nothing is there that a sweep would take. */
    void assertNoLitter() throws IOException {
        assertNothingUnfinished();
        assertEquals(0, store.contents().prunable());
    }

    /** Nobody left anything that is neither listed nor in use. */
    void assertNothingUnfinished() throws IOException {
        assertEquals(0, count(storeFolder().resolve("ingest")));
        assertEquals(0, count(storeFolder().resolve("leases")));
    }

    static IOException refused(String words, Executable action) {
        IOException e = assertThrows(IOException.class, action);
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(words), message);
        assertEquals(1, message.lines().count(), message);
        return e;
    }
}
