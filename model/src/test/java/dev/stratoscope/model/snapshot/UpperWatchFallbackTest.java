package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

@EnabledOnOs(value = OS.LINUX, disabledReason = "listens to overlayfs")
class UpperWatchFallbackTest {
    /** More than the Java platform keeps of one folder. */
    private static final int BURST = 3000;

    @TempDir Path upper = Path.of("");

    private static Set<String> paths(UpperWatch watch) throws IOException {
        LayerIndex index = watch.layer(Progress.NONE).index();
        Set<String> paths = new TreeSet<>();
        for (int node = 1; node < index.size(); node++) {
            paths.add(index.path(node).toString());
        }
        return paths;
    }

    @Test
    void burstThatOverflowsIsReadWhole() throws IOException {
        Files.createDirectory(upper.resolve("d"));
        Files.createDirectory(upper.resolve("other"));
        try (UpperWatch watch = UpperWatch.of(upper)) {
            assertEquals(Set.of("d", "other"), paths(watch));
            Set<String> expected = new TreeSet<>(Set.of("d", "other", "other/late"));
            for (int i = 0; i < BURST; i++) {
                Files.writeString(upper.resolve("d/" + i), "");
                expected.add("d/" + i);
            }
            Files.writeString(upper.resolve("other/late"), "");
            assertTrue(watch.await(5000));
            assertEquals(expected, paths(watch));
            assertTrue(watch.isListening());
            while (watch.await(100)) {
                paths(watch);
            }
            Files.writeString(upper.resolve("d/after"), "");
            expected.add("d/after");
            assertTrue(watch.await(5000), "it listens on");
            assertEquals(expected, paths(watch));
        }
    }

    @Test
    void moreFoldersThanCanBeListenedToAreLookedAtInTurn() throws IOException {
        for (String folder : new String[] {"a", "b", "c"}) {
            Files.createDirectory(upper.resolve(folder));
        }
        try (UpperWatch watch = UpperWatch.of(upper, 2)) {
            assertEquals(Set.of("a", "b", "c"), paths(watch));
            assertFalse(watch.isListening());
            assertFalse(watch.await(10));
            Files.writeString(upper.resolve("c/new"), "");
            assertTrue(watch.await(5000));
            assertEquals(Set.of("a", "b", "c", "c/new"), paths(watch));
            assertFalse(watch.await(1500), "nothing more was written");
        }
    }
}
