package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.RandomLayers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is unpacked and what is scanned, judged by the kernel's overlayfs. */
class MountedSnapshotTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    @BeforeEach
    void mounts() throws Exception {
        Mounts.assumePossible(folder);
    }

    @Test
    void aMountedSnapshotShowsWhatTheLayersShow() throws Exception {
        Snapshots snapshots = new Snapshots(folder.resolve("s"), Codec.OVERLAY);
        StringBuilder script = new StringBuilder();
        Map<Long, Stacks> stacks = new TreeMap<>();
        for (long seed = 1; seed <= 30; seed++) {
            Stacks stack = Stacks.of(RandomLayers.of(seed));
            stacks.put(seed, stack);
            OverlaySnapshot active =
                    (OverlaySnapshot)
                            snapshots.prepare("s" + seed, stack.lowers(), stack, Progress.NONE);
            script.append(
                    "cd %s; mount -t overlay overlay -o %s %s; cd %s; echo '#%d'; %s; cd /; umount %s\n"
                            .formatted(
                                    active.layers(),
                                    active.mountOptions(),
                                    active.merged(),
                                    active.merged(),
                                    seed,
                                    Mounts.LIST,
                                    active.merged()));
        }
        String printed =
                Tools.run(
                        "unshare",
                        "-m",
                        "--propagation",
                        "private",
                        "sh",
                        "-e",
                        Mounts.script(folder, script.toString()).toString());
        String[] parts = printed.split("#", -1);
        assertEquals(31, parts.length, printed);
        for (String part : parts) {
            int line = part.indexOf('\n');
            if (line > 0) {
                long seed = Long.parseLong(part.substring(0, line));
                FileTree tree = Objects.requireNonNull(stacks.get(seed)).tree();
                assertEquals(
                        Mounts.lines(Mounts.expected(tree)),
                        Mounts.lines(Mounts.parse(part.substring(line + 1))),
                        () -> "seed " + seed);
            }
        }
    }

    @Test
    void aScanOnTopOfTheStackIsWhatTheMountShows() throws Exception {
        Stacks stack =
                Stacks.of(
                        TestImage.layer()
                                .directory("./")
                                .directory("deldir")
                                .file("deldir/a", "1")
                                .directory("repdir")
                                .file("repdir/old", "1")
                                .directory("repdir/sub")
                                .directory("rendir")
                                .directory("rendir/sub")
                                .file("rendir/sub/f", "x")
                                .directory("moddir")
                                .file("moddir/child", "1")
                                .directory("chmoddir")
                                .directory("d2f")
                                .file("d2f/x", "1")
                                .file("f2d", "f")
                                .file("hl1", "abc")
                                .hardLink("hl2", "hl1")
                                .symlink("sl", "hl1"),
                        TestImage.layer()
                                .directory("deldir")
                                .file("deldir/b", "2")
                                .file("mod", "abc")
                                .file("chmod", "abc")
                                .file("chown", "abc")
                                .file("touch", "abc")
                                .file("trunc", "abc")
                                .file("same", "abc")
                                .file("renfile", "abc")
                                .file("big", "b".repeat(100_000)));
        OverlaySnapshot active =
                (OverlaySnapshot)
                        new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                .prepare("a", stack.lowers(), stack, Progress.NONE);
        String operations =
                """
                echo x > mod; ln mod modlink; chmod 750 chmod; chown 5:6 chown; touch touch
                : > trunc; printf abc > same; mv renfile renfile2; rm -r deldir
                rm -r repdir; mkdir repdir; echo new > repdir/new
                mv rendir rendir2; echo y > moddir/child; chmod 700 chmoddir
                rm -r d2f; echo f > d2f; rm f2d; mkdir f2d; echo more >> hl1
                echo 3 > h3; ln h3 h4; ln -s h3 s3; mkfifo -m 600 pipe; mknod dev c 1 3
                mkdir n1; echo n > n1/n; mv n1 n2; rm sl; chmod 600 big
                mkdir -p deep/er/est; echo z > deep/er/est/z; rm -r moddir; mkdir moddir
                """
                        + Mounts.LIST;
        Map<String, String> shown = Mounts.parse(Mounts.run(active, operations));
        UpperLayer layer = active.scan(null, Limits.DEFAULT, Progress.NONE);
        assertEquals(Mounts.lines(shown), Mounts.lines(Mounts.expected(stack.with(layer.index()))));
    }
}
