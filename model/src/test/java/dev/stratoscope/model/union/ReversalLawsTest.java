package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.snapshot.InMemory;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Whatever was done before, what is reverted is as below, and all else as it was. */
@EnabledOnOs(OS.LINUX)
class ReversalLawsTest {
    private static final int ROUNDS = Integer.getInteger("stratoscope.union.rounds", 25);
    private static final int ACTS = 30;

    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void aRevertedPathIsAsBelowAndAllElseAsItWas() {
        long seed = Long.getLong("stratoscope.union.seed", System.nanoTime());
        assertAll(
                LongStream.range(seed, seed + ROUNDS)
                        .mapToObj(each -> (Executable) () -> round(each)));
    }

    private void round(long seed) throws IOException {
        Random random = new Random(seed);
        Unions lower = Unions.of(UnionLawsTest.layers(random));
        Path upper = folder.resolve(String.valueOf(seed));
        Map<String, String> before;
        try (UnionFileSystem system = lower.open(upper)) {
            for (int i = 0; i < ACTS; i++) {
                RandomActs.act(random, system.getPath("/"));
            }
            before = TreePicture.timed(system);
        }
        StringBuilder path = new StringBuilder("abcd".substring(random.nextInt(4)).substring(0, 1));
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.append('/').append("abcd".charAt(random.nextInt(4)));
        }
        String about = "stratoscope.union.seed=" + seed + ", reverted " + path;
        try (Upper said = JournaledUpper.open(upper, Clock.systemUTC())) {
            Reversal.run(said, lower.tree(), List.of(ByteString.of(path.toString())));
        } catch (FileSystemException e) {
            return;
        }
        try (UnionFileSystem system = lower.open(upper)) {
            Map<String, String> after = TreePicture.timed(system);
            Map<String, String> below = TreePicture.of(lower.tree());
            assertEquals(of(below, path, true), of(after, path, true), about);
            Map<String, String> beside = of(after, path, false);
            // A folder that was removed is there again where it leads to the path.
            for (String each : List.copyOf(beside.keySet())) {
                if (path.toString().startsWith(each + "/") && !before.containsKey(each)) {
                    beside.remove(each);
                }
            }
            assertEquals(of(before, path, false), beside, about);
        }
    }

    private static Map<String, String> of(
            Map<String, String> all, CharSequence path, boolean within) {
        Map<String, String> found = new TreeMap<>(all);
        found.keySet()
                .removeIf(
                        each ->
                                (each.contentEquals(path) || each.startsWith(path + "/"))
                                        != within);
        return found;
    }

    @Test
    void theRootRevertedIsAllAsBelow() throws IOException {
        Random random = new Random(1);
        Unions lower = Unions.of(UnionLawsTest.layers(random));
        try (UnionFileSystem system = lower.open(folder.resolve("all"))) {
            for (int i = 0; i < ACTS; i++) {
                RandomActs.act(random, system.getPath("/"));
            }
        }
        try (Upper said = JournaledUpper.open(folder.resolve("all"), Clock.systemUTC())) {
            Reversal.run(said, lower.tree(), List.of(ByteString.EMPTY));
        }
        try (UnionFileSystem system = lower.open(folder.resolve("all"))) {
            assertEquals(TreePicture.of(lower.tree()), TreePicture.timed(system));
        }
    }

    @Test
    void aFileInTheWayIsSaid() throws IOException {
        Unions lower = Unions.of(TestImage.layer().directory("a").file("a/b", "b"));
        try (UnionFileSystem system = lower.open(folder.resolve("way"))) {
            Files.delete(system.getPath("/a/b"));
            Files.delete(system.getPath("/a"));
            Files.createFile(system.getPath("/a"));
        }
        try (Upper said = JournaledUpper.open(folder.resolve("way"), Clock.systemUTC())) {
            List<ByteString> path = List.of(ByteString.of("a/b"));
            assertThrows(FileSystemException.class, () -> Reversal.run(said, lower.tree(), path));
        }
    }
}
