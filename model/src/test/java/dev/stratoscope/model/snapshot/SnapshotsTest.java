package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.SmallDisk;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class SnapshotsTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private Snapshots snapshots = new Snapshots(Path.of(""), Codec.OVERLAY);

    @BeforeEach
    void mounts() throws Exception {
        Mounts.assumePossible(folder);
        snapshots = new Snapshots(folder.resolve("s"), Codec.OVERLAY);
    }

    private static Stacks base() throws IOException {
        return Stacks.of(TestImage.layer().directory("etc").file("etc/motd", "hello"));
    }

    private static Stacks onBase() throws IOException {
        return Stacks.of(
                TestImage.layer().directory("etc").file("etc/motd", "hello"),
                TestImage.layer().file("b", "1"));
    }

    private OverlaySnapshot prepare(String key, Stacks stack) throws IOException {
        return (OverlaySnapshot) snapshots.prepare(key, stack.lowers(), stack, Progress.NONE);
    }

    private Set<String> inside(String name) throws IOException {
        try (Stream<Path> listed = Files.list(folder.resolve("s").resolve(name))) {
            return listed.map(each -> each.getFileName().toString())
                    .filter(each -> !each.equals("empty"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void imagesShareTheLayersTheyHaveInCommon() throws IOException {
        OverlaySnapshot one = prepare("one", base());
        OverlaySnapshot two = prepare("two", onBase());
        assertEquals(List.of(one.lowers().getFirst()), two.lowers().subList(1, 2));
        assertEquals(2, inside("layers").size());
    }

    @Test
    void aLayerThatNeedsThoseBelowIsKeptForThemOnly() throws IOException {
        TestImage.Layer linking = TestImage.layer().hardLink("copy", "f");
        OverlaySnapshot one = prepare("one", Stacks.of(TestImage.layer().file("f", "1"), linking));
        OverlaySnapshot two = prepare("two", Stacks.of(TestImage.layer().file("f", "2"), linking));
        assertFalse(one.lowers().getFirst().equals(two.lowers().getFirst()));
        Path copy = two.layers().resolve(two.lowers().getFirst()).resolve("fs/copy");
        assertEquals("2", Files.readString(copy));
    }

    @Test
    void aSnapshotIsFoundAgainByItsKey() throws IOException {
        OverlaySnapshot made = prepare("a.b-c_1", base());
        assertEquals(made, snapshots.active("a.b-c_1"));
        assertThrows(FileAlreadyExistsException.class, () -> prepare("a.b-c_1", base()));
        assertThrows(NoSuchFileException.class, () -> snapshots.active("other"));
        assertThrows(NoSuchFileException.class, () -> snapshots.active("../active/a.b-c_1"));
        assertThrows(IllegalArgumentException.class, () -> prepare("../x", base()));
        snapshots.remove("a.b-c_1");
        snapshots.remove("a.b-c_1");
        assertThrows(NoSuchFileException.class, () -> snapshots.active("a.b-c_1"));
    }

    @Test
    void anImageWithoutLayersIsEmpty() throws Exception {
        OverlaySnapshot active = prepare("a", Stacks.of(List.of()));
        assertEquals("1\n", Mounts.run(active, "echo 1 > f; cat f"));
    }

    @Test
    void pruningKeepsWhatSomebodyKnowsOfAndWhatItLiesOn() throws IOException {
        OverlaySnapshot kept = prepare("kept", base());
        prepare("lost", onBase());
        Files.createDirectories(folder.resolve("s/new/active-dead/upper/x"));
        Files.createDirectories(folder.resolve("s/new/layer-d0/fs/x"));
        Files.writeString(folder.resolve("s/new/layer-d0/fs/x/f"), "x".repeat(10_000));
        assertTrue(snapshots.prune("kept"::equals) >= 10_000);
        assertEquals(Set.of("kept"), inside("active"));
        assertEquals(Set.copyOf(kept.lowers()), inside("layers"));
        assertEquals(Set.of(), inside("new"));
        assertEquals(0, snapshots.prune("kept"::equals));
        snapshots.prune(_ -> false);
        assertEquals(Set.of(), inside("layers"));
        prepare("lost", onBase());
    }

    @Test
    void manyAtOnceUnpackALayerOnce() throws IOException {
        Stacks stack = base();
        AtomicInteger opened = new AtomicInteger();
        Contents counting =
                (entry, offset) -> {
                    opened.incrementAndGet();
                    return stack.open(entry, offset);
                };
        List<Callable<Active>> all =
                Stream.of("a", "b", "c", "d")
                        .<Callable<Active>>map(
                                key ->
                                        () ->
                                                new Snapshots(folder.resolve("s"), Codec.OVERLAY)
                                                        .prepare(
                                                                key,
                                                                stack.lowers(),
                                                                counting,
                                                                Progress.NONE))
                        .toList();
        Fan.out(all);
        assertEquals(1, opened.get());
        assertEquals(4, inside("active").size());
    }

    @Test
    void bytesThatAreNotTheLayersLeaveNothingBehind() throws IOException {
        Stacks stack = base();
        Contents other = (entry, offset) -> new ByteArrayInputStream(new byte[5]);
        assertThrows(
                DigestMismatchException.class,
                () -> snapshots.prepare("a", stack.lowers(), other, Progress.NONE));
        assertEquals(Set.of(), inside("new"));
        assertEquals(Set.of(), inside("layers"));
        prepare("a", stack);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothingBehind() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            Snapshots small = new Snapshots(disk.folder().resolve("s"), Codec.OVERLAY);
            Stacks fits = base();
            small.prepare("a", fits.lowers(), fits, Progress.NONE);
            Stacks stack = Stacks.of(TestImage.layer().file("big", "x".repeat(2 << 20)));
            FileSystemException full =
                    assertThrows(
                            FileSystemException.class,
                            () -> small.prepare("b", stack.lowers(), stack, Progress.NONE));
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
            try (Stream<Path> fresh = Files.list(disk.folder().resolve("s/new"))) {
                assertEquals(0, fresh.count());
            }
        }
    }

    @Test
    void aForkIsTheSameAndApart() throws Exception {
        Stacks stack =
                Stacks.of(
                        TestImage.layer()
                                .directory("./")
                                .directory("d")
                                .file("d/f", "1")
                                .file("x", "1")
                                .file("y", "1"));
        OverlaySnapshot one = prepare("one", stack);
        Mounts.run(
                one,
                """
                rm x; rm -r d; mkdir -m 711 d; echo 2 > d/n; ln d/n d/m; ln -s n d/s
                mkfifo d/p; mknod d/c c 1 3; chown 7:8 y; chmod 4755 y; touch -d @5 d y
                truncate -s 100M hollow; echo end >> hollow
                """);
        OverlaySnapshot two = (OverlaySnapshot) snapshots.fork("two", one, Progress.NONE);
        assertEquals(one.lowers(), two.lowers());
        assertTrue(Files.isSameFile(two.upper().resolve("d/n"), two.upper().resolve("d/m")));
        String list = "find . -printf '%P %y %m %U:%G %T@ %s %l\\n' | sort; cat d/n";
        assertEquals(Mounts.run(one, list), Mounts.run(two, list));
        UpperLayer ones = one.scan(null, Limits.DEFAULT, Progress.NONE);
        UpperLayer twos = two.scan(null, Limits.DEFAULT, Progress.NONE);
        assertEquals(
                Mounts.lines(Mounts.expected(stack.with(ones.index()))),
                Mounts.lines(Mounts.expected(stack.with(twos.index()))));
        Mounts.run(two, "echo more >> d/n");
        assertEquals("2\n", Mounts.run(one, "cat d/n"));
    }
}
