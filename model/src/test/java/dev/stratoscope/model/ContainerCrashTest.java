package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a program at random moments of its work with containers, and looks at what is left. The
 * property {@code stratoscope.crashes.containers} says how often.
 */
class ContainerCrashTest extends ContainerFixture {
    private static final int MOST_MILLIS = 900;

    @Test
    void whatAKilledProgramLeftIsListedAndCanBeRemoved() throws Exception {
        Containers containers = containersOf(engine);
        int crashes = Integer.getInteger("stratoscope.crashes.containers", 3);
        long seed = Long.getLong("stratoscope.crashes.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < crashes; round++) {
            String about = "seed " + seed + " round " + round;
            kill(random, about);
            for (Container one : containers.list()) {
                assertNull(one.state().problem(), about);
            }
            for (KeptImage image : store.contents().images()) {
                assertNull(image.problem(), about);
                try (OpenImage opened = open(image.id().toString())) {
                    assertEquals(List.of(), opened.verify(Progress.NONE), about);
                }
            }
            if (round % 2 == 1) {
                assertAllCanBeRemoved(containers, about);
            }
        }
        assertAllCanBeRemoved(containers, "seed " + seed);
        for (KeptImage image : store.contents().images()) {
            store.remove(image.id().toString(), true);
        }
        store.prune(Progress.NONE);
        assertNoLitter();
        assertEquals(0, count(storeFolder().resolve("blobs/sha256")));
    }

    private void kill(Random random, String about) throws Exception {
        Process process = ContainerWorker.start(home, random.nextLong());
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("begun", said.readLine(), about);
            Thread.sleep(random.nextInt(MOST_MILLIS));
            // Through its handle, which leaves what it said to be read.
            process.toHandle().destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
            while (said.ready()) {
                assertEquals("", said.readLine(), about);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
