package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;
import dev.stratoscope.model.union.UnionFileSystem;
import dev.stratoscope.model.union.Upper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A journaled layer becomes an overlay that says the same, or stays what it is. */
class ConversionTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    @BeforeEach
    void root() {
        assumeTrue(Codec.here() == Codec.OVERLAY, "needs root and overlayfs");
    }

    private Snapshots snapshots(Codec codec) {
        return new Snapshots(folder.resolve("s"), codec);
    }

    private Active written(String key, Stacks stack, Random random) throws IOException {
        Active active = snapshots(Codec.JOURNAL).prepare(key, stack.lowers(), stack, Progress.NONE);
        try (UnionFileSystem files =
                UnionFileSystem.open(stack.tree(), stack, active.open(), Clock.systemUTC())) {
            for (int i = 0; i < 40; i++) {
                act(random, files);
            }
        }
        return active;
    }

    private static void act(Random random, UnionFileSystem files) {
        List<Path> all = new ArrayList<>();
        try (var walked = Files.walk(files.getPath("/"))) {
            all.addAll(walked.toList());
            Path one = all.get(random.nextInt(all.size()));
            Path other = all.get(random.nextInt(all.size())).resolve("n" + random.nextInt(4));
            switch (random.nextInt(6)) {
                case 0 -> Files.writeString(other, "text " + random.nextInt(100));
                case 1 -> Files.createDirectory(other);
                case 2 -> Files.delete(one);
                case 3 -> Files.move(one, other);
                case 4 -> Files.createLink(other, one);
                default -> Files.setAttribute(one, "unix:uid", random.nextInt(3) + 70_000);
            }
        } catch (IOException e) {
            // Refused, as by any other file system.
        }
    }

    private static List<String> lines(Active active) throws IOException {
        UpperLayer layer = active.scan(null, Limits.DEFAULT, Progress.NONE);
        LayerIndex index = layer.index();
        TreeSet<String> lines = new TreeSet<>();
        for (int at = 1; at < index.size(); at++) {
            // The first name of a file is another one where folders are read in another order.
            int file = index.type(at) == EntryType.HARDLINK ? index.hardLinkTarget(at) : at;
            Attributes said = index.attributes(file);
            String line = index.path(at) + " " + index.type(file) + " " + index.isOpaque(at);
            if (index.type(at) != EntryType.WHITEOUT) {
                line += " " + said.mode() + " " + said.uid() + " " + said.mtime() + said.xattrs();
            }
            if (index.type(file) == EntryType.FILE) {
                line += " " + index.entry(file, 0).digest();
            }
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    @Test
    void saysTheSame() throws IOException {
        long seed = Long.getLong("stratoscope.union.seed", System.nanoTime());
        for (long each = seed; each < seed + 10; each++) {
            Stacks stack = Stacks.of(RandomLayers.of(each));
            Active active = written("k" + each, stack, new Random(each));
            List<String> before = lines(active);
            OverlaySnapshot converted =
                    snapshots(Codec.OVERLAY).convert(active, stack.lowers(), stack, Progress.NONE);
            assertEquals(
                    String.join("\n", before),
                    String.join("\n", lines(converted)),
                    "stratoscope.union.seed=" + each);
            assertEquals(converted, snapshots(Codec.JOURNAL).active("k" + each));
        }
        assertEquals(List.of(), names("new"));
    }

    private List<String> names(String part) throws IOException {
        try (var listed = Files.list(folder.resolve("s").resolve(part))) {
            return listed.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatFailsLeavesItAsItWas() throws IOException {
        Stacks stack = Stacks.of(RandomLayers.of(1));
        Active active = written("a", stack, new Random(1));
        List<String> before = lines(active);
        Contents damaged =
                (_, _) -> {
                    throw new FileSystemException("a blob", null, "is damaged");
                };
        assertThrows(
                IOException.class,
                () ->
                        snapshots(Codec.OVERLAY)
                                .convert(active, stack.lowers(), damaged, Progress.NONE));
        assertInstanceOf(JournaledSnapshot.class, snapshots(Codec.OVERLAY).active("a"));
        assertEquals(before, lines(active));
        assertEquals(List.of(), names("new"));
    }

    @Test
    void whatAKilledProgramLeftOfOneIsTakenAway() throws IOException {
        Stacks stack = Stacks.of(RandomLayers.of(1));
        Active active = written("a", stack, new Random(1));
        Path draft = Files.createDirectories(folder.resolve("s/new/active-a/upper"));
        Files.writeString(draft.resolve("half"), "");
        List<String> before = lines(active);
        Snapshots snapshots = snapshots(Codec.OVERLAY);
        OverlaySnapshot converted = snapshots.convert(active, stack.lowers(), stack, Progress.NONE);
        assertEquals(before, lines(converted));
        Files.createDirectories(folder.resolve("s/new/active-a/aside"));
        snapshots.prune(_ -> true);
        assertEquals(List.of(), names("new"));
        assertEquals(before, lines(snapshots.active("a")));
    }

    @Test
    void whoHadItOpenMakesNothingInItsPlace() throws IOException {
        Stacks stack = Stacks.of(RandomLayers.of(1));
        Active active = written("a", stack, new Random(1));
        ByteString name = ByteString.of("late");
        try (Upper open = active.open();
                Active.Watch watch = active.watch()) {
            assertTrue(watch.await(0));
            snapshots(Codec.OVERLAY).convert(active, stack.lowers(), stack, Progress.NONE);
            assertThrows(
                    NoSuchFileException.class,
                    () -> open.makeDirectory(name, Attributes.IMPLIED_DIRECTORY, false));
            assertThrows(NoSuchFileException.class, () -> watch.await(0));
            assertThrows(NoSuchFileException.class, active::open);
        } catch (NoSuchFileException e) {
            // Its journal cannot be made safe any more.
        }
        assertFalse(Files.exists(active.folder().resolve("aside")));
        assertNull(snapshots(Codec.OVERLAY).active("a").open().say(name));
    }
}
