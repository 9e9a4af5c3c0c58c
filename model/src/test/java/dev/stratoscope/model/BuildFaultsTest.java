package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Builds on a disk that is full, and of a cache that was damaged. */
class BuildFaultsTest extends CopyFixture {
    @Test
    void aFullDiskIsSaidAndLeavesNothingButFinishedSteps() throws Exception {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        Files.write(context.resolve("noise"), noise);
        file("small", "one");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 8);
                Engine small = Engine.open(disk.folder().resolve("home"), engine.clock())) {
            BuildSpecBuilder spec = spec("FROM scratch\nCOPY small /\nCOPY noise /\n");
            // What is made before there is anything to write is there already.
            small.builds().run(spec("FROM scratch\nLABEL a=b\n").build(), _ -> {}, Progress.NONE);
            long room = disk.fill();
            Path filler = disk.folder().resolve("filler");
            Files.write(filler, new byte[(int) room - (1 << 20)]);
            IOException full =
                    assertThrows(
                            BuildFailedException.class,
                            () -> small.builds().run(spec.build(), _ -> {}, Progress.NONE));
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), "" + full);
            Path store = disk.folder().resolve("home/store");
            for (String name : List.of("ingest", "leases")) {
                try (Stream<Path> left = Files.list(store.resolve(name))) {
                    assertEquals(List.of(), left.toList());
                }
            }
            assertEquals(1, small.store().contents().images().size());
            Files.delete(filler);
            KeptImage image = small.builds().run(spec.build(), events::add, Progress.NONE);
            assertTrue(results().getFirst().cached(), results() + "");
            assertEquals(build(spec).layers(), image.layers());
        }
    }

    @Test
    void damagedRecordsOfTheCacheOnlyMeanThatStepsAreBuiltAgain() throws IOException {
        file("a", "one");
        BuildSpecBuilder spec =
                spec("FROM scratch\nCOPY a /\nWORKDIR /w\n").epoch(Instant.ofEpochSecond(1));
        KeptImage first = build(spec);
        Path cache = folder.resolve("home/build/cache");
        for (String nonsense : List.of("", "{", "\1\2", "{}", "[]", "{\"parts\":[[\"x\"]]}")) {
            try (Stream<Path> all = Files.walk(cache)) {
                for (Path one : all.filter(Files::isRegularFile).toList()) {
                    Files.writeString(one, nonsense);
                }
            }
            KeptImage again = build(spec);
            assertEquals(first.manifest(), again.manifest());
        }
        build(spec);
        assertTrue(results().stream().allMatch(one -> one.cached()), results() + "");
    }
}
