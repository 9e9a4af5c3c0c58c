package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Several programs, and several threads of one, at work on a store at once. */
class StoreProcessesTest extends StoreFixture {
    private static final int STEPS = 40;

    @Test
    void programsAndThreadsWorkOnOneStoreAtOnce() throws Exception {
        Path archives = Files.createDirectory(folder.resolve("archives"));
        for (int i = 0; i < StoreCrashTest.ARCHIVES; i++) {
            Files.copy(archive("name:" + i, "text " + i), archives.resolve(i + ".tar"));
        }
        List<Process> programs = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                programs.add(StoreWorker.start(home, archives, i, STEPS));
            }
            List<Callable<Boolean>> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                threads.add(() -> work(archives, number));
            }
            Fan.out(threads);
            for (Process program : programs) {
                assertTrue(program.waitFor(60, TimeUnit.SECONDS));
                byte[] said = program.getInputStream().readAllBytes();
                assertEquals("begun\n", new String(said, StandardCharsets.UTF_8));
                assertEquals(0, program.exitValue());
            }
        } finally {
            programs.forEach(Process::destroyForcibly);
        }
        for (KeptImage image : store.contents().images()) {
            try (OpenImage opened = open(image.id().toString())) {
                assertEquals(List.of(), opened.verify(Progress.NONE));
            }
        }
        store.prune(Progress.NONE);
        assertNoLitter();
    }

    private boolean work(Path archives, int number) throws IOException {
        try (Engine own = Engine.open(home, engine.clock())) {
            for (int i = 0; i < STEPS / 2; i++) {
                Path file = archives.resolve((i + number) % StoreCrashTest.ARCHIVES + ".tar");
                KeptImage kept =
                        own.store().load(ImageSource.of(file), null, Progress.NONE).getFirst();
                own.store().prune(Progress.NONE);
                if (i % 4 == 0) {
                    removeIfNotInUse(own.store(), kept);
                }
            }
            return true;
        }
    }

    private static void removeIfNotInUse(ImageStore store, KeptImage image) throws IOException {
        try {
            store.remove(image.id().toString(), true);
        } catch (ImageFormatException e) {
            boolean expected =
                    e instanceof NoSuchImageException
                            || String.valueOf(e.getMessage()).contains("is in use");
            assertTrue(expected, e.getMessage());
        }
    }
}
