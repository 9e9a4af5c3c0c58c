package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Nothing outside the destination changes, whatever the layer says, whatever lies in the
 * destination, and whoever changes it meanwhile. A canary beside it is watched.
 */
class ConfinementTest {
    private static final ExtractOptions EVERYTHING = new ExtractOptions(false, false, true);

    @TempDir Path folder;

    /** What lies in the destination before. */
    private enum Before {
        NOTHING,
        LINKS_FOR_FILES,
        LINKS_FOR_FOLDERS
    }

    @AfterEach
    void clear() throws IOException {
        Clearing.in(folder);
    }

    @TestFactory
    Stream<DynamicTest> hostileLayers() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path layer : SharedCases.files("hostile/layer")) {
            byte[] bytes = Files.readAllBytes(layer);
            for (Before before : Before.values()) {
                String name = layer.getFileName() + " onto " + before;
                tests.add(timed(name, () -> hostile(bytes, before)));
            }
        }
        return tests.stream();
    }

    private static DynamicTest timed(String name, Executable test) {
        Duration most = Duration.ofSeconds(20);
        return DynamicTest.dynamicTest(name, () -> assertTimeoutPreemptively(most, test));
    }

    private void hostile(byte[] layer, Before trap) throws IOException {
        Path place = Files.createTempDirectory(folder, "case");
        Path victim = canary(place.resolve("victim"));
        Path root = Files.createDirectory(place.resolve("root"));
        Map<String, String> before = Listing.of(victim);
        FileTree tree;
        Pulled image;
        try {
            image = Pulled.ofStored(layer);
            tree = image.tree();
        } catch (IOException refused) {
            return;
        }
        lay(trap, tree, root, victim);
        assertEquals(before, Listing.of(victim), "laying the trap");
        try {
            Subtree all = Subtree.of(tree, 0);
            image.image().extract(all, root, EVERYTHING, Progress.NONE);
        } catch (FileSystemException refused) {
            assertTrue(trap != Before.NOTHING, refused.toString());
            assertTrue(String.valueOf(refused.getReason()).contains("in the way"));
        }
        assertEquals(before, Listing.of(victim));
        assertHoldsNothingOf(victim, root, tree);
    }

    /** Links to the canary where the layer has names. */
    private static void lay(Before trap, FileTree tree, Path root, Path victim) throws IOException {
        for (int at = 1; at < tree.size() && trap != Before.NOTHING; at++) {
            Path path = root.resolve(tree.path(at).toString());
            boolean possible =
                    path.toString().length() < 3_000
                            && tree.name(at).length() < 200
                            && Files.isDirectory(path.getParent(), LinkOption.NOFOLLOW_LINKS);
            boolean isFolder = tree.type(at) == EntryType.DIRECTORY;
            if (possible && isFolder && trap == Before.LINKS_FOR_FILES) {
                Files.createDirectory(path);
            } else if (possible) {
                Files.createSymbolicLink(path, isFolder ? victim : victim.resolve("hello"));
            }
        }
    }

    /** The table's rule: no path in the root yields the content of what lies outside. */
    private static void assertHoldsNothingOf(Path victim, Path root, FileTree tree)
            throws IOException {
        for (int at = 0; at < tree.size(); at++) {
            if (tree.path(at).length() > 3_000) {
                return;
            }
        }

        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    assertFalse(Files.isSameFile(file, victim.resolve("hello")), file.toString());
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> tableOfInvalidNamesAndLinks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode table = SharedCases.json("tables/layer_invalid_names_links.json");
        for (JsonNode one : table.path("cases")) {
            String name = one.path("name").asText();
            byte[] tar = TestImage.tar(layer(one.path("layer")).items());
            tests.add(timed(name, () -> hostile(tar, Before.NOTHING)));
        }
        return tests.stream();
    }

    private static TestImage.Layer layer(JsonNode entries) {
        TestImage.Layer layer = TestImage.layer();
        for (JsonNode entry : entries) {
            String name = entry.path("name").asText();
            String target = entry.path("target").asText();
            switch (entry.path("type").asText()) {
                case "file" -> layer.file(name, "evil");
                case "dir" -> layer.directory(name);
                case "symlink" -> layer.symlink(name, target);
                case "hardlink" -> layer.hardLink(name, target);
                default -> throw new AssertionError(entry);
            }
        }
        return layer;
    }

    @Test
    void aFolderSwappedForALinkWhileItIsFilledLeadsNowhere() throws Exception {
        Path victim = canary(folder.resolve("victim"));
        Map<String, String> before = Listing.of(victim);
        TestImage.Layer layer = TestImage.layer();
        for (int i = 0; i < 150; i++) {
            layer.file("d/e/hello" + i, "evil " + i)
                    .file("d/e/f/hello", "evil")
                    .directory("d/e/g" + i, 0777)
                    .symlink("d/e/s" + i, "evil")
                    .hardLink("d/e/h" + i, "d/e/hello" + i);
        }
        layer.file("d/e/hello", "evil", 0777);
        Pulled image = Pulled.of(layer);
        Subtree files = image.files("");
        Path to = Files.createDirectories(folder.resolve("to/d/e/f")).getParent();
        Path swapped = folder.resolve("to/d/e");
        Path aside = folder.resolve("to/d/aside");
        Path link = Files.createSymbolicLink(folder.resolve("link"), victim);
        assertEquals(swapped, to);
        AtomicBoolean done = new AtomicBoolean();
        Thread swapper = Thread.ofPlatform().start(() -> swap(swapped, aside, link, done));
        int refused = 0;
        int rounds = 0;
        try {
            for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) {
                rounds++;
                try {
                    image.image().extract(files, folder.resolve("to"), EVERYTHING, Progress.NONE);
                } catch (FileSystemException e) {
                    refused++;
                }
            }
        } finally {
            done.set(true);
            swapper.join();
        }
        assertEquals(before, Listing.of(victim), rounds + " rounds, " + refused + " refused");
        assertTrue(rounds > 1);
    }

    /** Puts the link in the folder's place and the folder back, as fast as it can. */
    private static void swap(Path place, Path aside, Path link, AtomicBoolean done) {
        while (!done.get()) {
            try {
                Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
                Files.move(link, place, StandardCopyOption.ATOMIC_MOVE);
                Thread.onSpinWait();
                Files.move(place, link, StandardCopyOption.ATOMIC_MOVE);
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // The extraction was faster and made a folder of its own there.
                recover(place, aside, link);
            }
        }
    }

    private static void recover(Path place, Path aside, Path link) {
        try {
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS) && Files.isSymbolicLink(place)) {
                Files.move(place, link, StandardCopyOption.ATOMIC_MOVE);
            }
            if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)
                    && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(place, aside.resolveSibling("lost" + System.nanoTime()));
            }
            if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)
                    && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // The next turn tries again.
        }
    }

    private static Path canary(Path victim) throws IOException {
        Files.createDirectories(victim.resolve("f"));
        Files.writeString(victim.resolve("hello"), "hello");
        Files.writeString(victim.resolve("f/hello"), "hello");
        for (String each : List.of("hello", "f/hello", "f", ".")) {
            Files.setLastModifiedTime(victim.resolve(each), FileTime.fromMillis(1_000_000_000L));
        }
        return victim;
    }
}
