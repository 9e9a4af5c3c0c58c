package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Containers on a disk that is full, and programs that work with the same ones. */
class ContainerFaultsTest extends ContainerFixture {
    private static CommitSpec named(String name) throws IOException {
        return new CommitSpec(Reference.parse(name), null, "", "", List.of(), true);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 16);
                Engine small = Engine.open(disk.folder().resolve("home"), engine.clock())) {
            Containers containers = containersOf(small);
            long room = disk.fill();
            Path filler = disk.folder().resolve("filler");
            assertTrue(room > 6 << 20, "" + room);
            keep(filler, room - (1 << 20));
            IOException full =
                    assertThrows(
                            IOException.class,
                            () -> containers.create(RunSpec.of(IMAGE), Progress.NONE));
            assertTrue(
                    String.valueOf(full.getMessage()).contains("No space left"), full.getMessage());
            assertEquals(List.of(), containers.list());
            assertEquals(0, count(disk.folder().resolve("home/snapshots/active")));
            assertEquals(0, count(disk.folder().resolve("home/snapshots/new")));
            keep(filler, 0);
            Container one = containers.create(RunSpec.of(IMAGE), Progress.NONE);
            Path noise = folder.resolve("noise");
            byte[] bytes = new byte[3 << 20];
            new Random(5).nextBytes(bytes);
            Files.write(noise, bytes);
            one.copyIn(noise, "/data/noise", Progress.NONE);
            long left = disk.fill();
            keep(filler, left - (1 << 20));
            full = assertThrows(IOException.class, () -> one.commit(named("no:1"), Progress.NONE));
            assertTrue(
                    String.valueOf(full.getMessage()).contains("No space left"), full.getMessage());
            assertEquals(1, small.store().contents().images().size());
            Path store = disk.folder().resolve("home/store");
            assertEquals(0, count(store.resolve("ingest")));
            assertEquals(0, count(store.resolve("leases")));
            keep(filler, 0);
            one.commit(named("yes:1"), Progress.NONE);
            one.remove(false);
        }
    }

    /** Gives room free again but for so many bytes. */
    private static void keep(Path filler, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }
}
