package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.host.InTheWayException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.RandomLayers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** After {@code revert} a path is as it is below, and all else as it was. */
class RevertLawsTest {
    private static final String[] NAMES = {"a", "b", "c"};

    @TempDir(factory = InMemory.class)
    Path folder;

    @BeforeEach
    void mounts() throws Exception {
        Mounts.assumePossible(folder);
    }

    @Test
    void aRevertedPathIsAsBelowAndAllElseAsItWas() throws Exception {
        for (long seed = 1; seed <= 15; seed++) {
            Random random = new Random(seed);
            Stacks stack = Stacks.of(RandomLayers.of(1000 + seed));
            OverlaySnapshot active =
                    (OverlaySnapshot)
                            new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                    .prepare("s" + seed, stack.lowers(), stack, Progress.NONE);
            String operations = operations(random);
            Map<String, String> before = Mounts.parse(Mounts.run(active, operations + Mounts.LIST));
            String path = path(random, 1 + random.nextInt(3));
            Map<String, String> below = Mounts.expected(stack.tree());
            try {
                active.revert(List.of(ByteString.of(path)));
            } catch (InTheWayException e) {
                continue;
            }
            Map<String, String> after = Mounts.listing(active);
            String message = "seed " + seed + ", reverted " + path + ", after " + operations;
            assertEquals(lines(under(below, path)), lines(under(after, path)), message);
            assertEquals(
                    lines(beside(before, path, Map.of())),
                    lines(beside(after, path, before)),
                    message);
        }
    }

    private static String lines(Map<String, String> all) {
        return Mounts.lines(all);
    }

    private static Map<String, String> under(Map<String, String> all, String path) {
        Map<String, String> found = new TreeMap<>(all);
        found.keySet().removeIf(each -> !each.equals(path) && !each.startsWith(path + "/"));
        return found;
    }

    /** All else, without what leads to the path and was not there before. */
    private static Map<String, String> beside(
            Map<String, String> all, String path, Map<String, String> before) {
        Map<String, String> found = new TreeMap<>(all);
        found.keySet().removeAll(under(all, path).keySet());
        if (!before.isEmpty()) {
            found.keySet()
                    .removeIf(each -> path.startsWith(each + "/") && !before.containsKey(each));
        }
        return found;
    }

    private static String operations(Random random) {
        StringBuilder script = new StringBuilder("{ ");
        for (int i = 0; i < 12; i++) {
            String one = path(random, 1 + random.nextInt(3));
            String other = path(random, 1 + random.nextInt(3));
            script.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "rm -rf " + one;
                        case 1 -> "mkdir -p " + one;
                        case 2 -> "echo " + i + " > " + one;
                        case 3 -> "mv -T " + one + " " + other;
                        case 4 -> "rm -rf " + one + " && mkdir " + one;
                        default -> "ln " + one + " " + other;
                    });
            script.append(" || true; ");
        }
        return script + "} 2>/dev/null; ";
    }

    private static String path(Random random, int depth) {
        StringBuilder path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
        for (int i = 1; i < depth; i++) {
            path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
        }
        return path.toString();
    }

    @Test
    void revertingTheRootLeavesNothing() throws Exception {
        Stacks stack =
                Stacks.of(TestImage.layer().directory("./", 0711).file("a", "1").directory("d"));
        OverlaySnapshot active =
                (OverlaySnapshot)
                        new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                .prepare("a", stack.lowers(), stack, Progress.NONE);
        Mounts.run(active, "rm -r a d; mkdir -p d/e; echo 2 > b; chmod 700 .");
        active.revert(List.of(ByteString.EMPTY));
        assertEquals(lines(Mounts.expected(stack.tree())), lines(Mounts.listing(active)));
    }

    @Test
    void aFileInThePlaceOfAFolderIsRevertedWholeOrNotAtAll() throws Exception {
        Stacks stack = Stacks.of(TestImage.layer().directory("./").file("d/f", "1"));
        OverlaySnapshot active =
                (OverlaySnapshot)
                        new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                .prepare("a", stack.lowers(), stack, Progress.NONE);
        Mounts.run(active, "rm -r d; echo 2 > d");
        assertThrows(InTheWayException.class, () -> active.revert(List.of(ByteString.of("d/f"))));
        active.revert(List.of(ByteString.of("d")));
        assertEquals("1", Mounts.run(active, "cat d/f"));
    }
}
