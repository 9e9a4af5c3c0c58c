package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Programs that build in one home at once, or are killed at random moments of a build: afterwards
 * every image is whole, and each build gives what it gives in a home of its own. The property
 * {@code stratoscope.crashes.builds} says how often one is killed.
 */
class BuildCrashTest extends ContainerFixture {
    private static final int MOST_MILLIS = 1_500;
    private static final int STEPS = 3;

    private Path context;
    private Containers containers;
    private final List<Digest> expected = new ArrayList<>();

    @BeforeEach
    void buildElsewhere() throws IOException {
        context = BuildWorker.context(folder.resolve("context"));
        containers = containersOf(engine);
        try (Engine other = Engine.open(folder.resolve("elsewhere"), engine.clock())) {
            containersOf(other);
            expected.addAll(all(other));
        }
    }

    /** The manifests of all builds. */
    private List<Digest> all(Engine in) throws IOException {
        List<Digest> manifests = new ArrayList<>();
        for (int kind = 0; kind < BuildWorker.KINDS; kind++) {
            for (boolean commands : List.of(true, false)) {
                manifests.add(
                        in.builds()
                                .run(
                                        BuildWorker.spec(context, kind, commands),
                                        _ -> {},
                                        Progress.NONE)
                                .manifest());
            }
        }
        return manifests;
    }

    private void assertWhole(String about) throws IOException {
        for (KeptImage image : store.contents().images()) {
            try (OpenImage opened = open(image.id().toString())) {
                assertEquals(List.of(), opened.verify(Progress.NONE), about);
            }
        }
        assertEquals(expected, all(engine), about);
    }

    private void assertNothingIsLeft(String about) throws IOException, InterruptedException {
        for (KeptImage image : store.contents().images()) {
            store.remove(image.id().toString(), true);
        }
        engine.builds().prune(true);
        store.prune(Progress.NONE);
        assertAllCanBeRemoved(containers, about);
        assertNoLitter();
        assertEquals(0, count(storeFolder().resolve("blobs/sha256")), about);
        for (String name : List.of("sources", "mounts", "runs", "caches/new")) {
            assertEquals(0, count(home.resolve("build").resolve(name)), about + " " + name);
        }
    }

    @Test
    void whatAKilledBuildLeftIsWholeAndItCanBeDoneAgain() throws Exception {
        int crashes = Integer.getInteger("stratoscope.crashes.builds", 2);
        long seed = Long.getLong("stratoscope.crashes.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < crashes; round++) {
            String about = "seed " + seed + " round " + round;
            kill(random, about);
            assertWhole(about);
        }
        assertNothingIsLeft("seed " + seed);
    }

    private void kill(Random random, String about) throws Exception {
        Process process = BuildWorker.start(home, context, random.nextLong(), -1);
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

    @Test
    void programsAndThreadsBuildInOneHomeAtOnce() throws Exception {
        List<Process> programs = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                programs.add(BuildWorker.start(home, context, i, STEPS));
            }
            List<Callable<Boolean>> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Random random = new Random(10L + i);
                threads.add(
                        () -> {
                            new BuildWorker(engine, context, random).work(STEPS);
                            return true;
                        });
            }
            Fan.out(threads);
            for (Process program : programs) {
                assertTrue(program.waitFor(60, TimeUnit.SECONDS));
                assertEquals("begun\n", BuildWorker.said(program));
                assertEquals(0, program.exitValue());
            }
        } finally {
            programs.forEach(Process::destroyForcibly);
        }
        assertWhole("after all");
        assertNothingIsLeft("after all");
    }
}
