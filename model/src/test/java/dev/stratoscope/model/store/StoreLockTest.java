package dev.stratoscope.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.archive.LayerRecords;
import dev.stratoscope.model.task.Turn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One holds the lock, in this program or another; a dead one does not. */
class StoreLockTest {
    @TempDir Path folder;

    private StoreFolder store;

    @BeforeEach
    void makeStore() throws IOException {
        store = new StoreFolder(folder.resolve("store"), LayerRecords.NONE);
        store.create();
    }

    /** Takes the lock of a store and holds it until it is killed. */
    public static void main(String[] given) throws Exception {
        StoreFolder store = new StoreFolder(Path.of(given[0]), LayerRecords.NONE);
        try (Turn _ = new StoreLock(store).take();
                Lease _ = new Leases(store).take()) {
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }

    private Process holder() throws IOException {
        String modules = System.getProperty("jdk.module.path");
        String classes = System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                modules == null ? classes : modules + File.pathSeparator + classes,
                                StoreLockTest.class.getName(),
                                store.root().toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        assertEquals("held", said.readLine());
        return process;
    }

    @Test
    void anotherProgramIsWaitedForAndNamedAndADeadOneIsNot() throws Exception {
        Process process = holder();
        try {
            StoreLock impatient = new StoreLock(store, Duration.ofSeconds(1));
            FileSystemException e = assertThrows(FileSystemException.class, impatient::take);
            assertEquals(store.lock().toString(), e.getFile());
            assertEquals("another program has held this lock for 1 s", e.getReason());
            assertEquals(
                    List.of(true),
                    new Leases(store).all().stream().map(Leases.State::alive).toList());
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        new StoreLock(store, Duration.ZERO).take().close();
        assertEquals(
                List.of(false), new Leases(store).all().stream().map(Leases.State::alive).toList());
    }

    @Test
    void waitingEndsWhenInterrupted() throws Exception {
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        try (Turn _ = new StoreLock(store).take()) {
            Thread waiting =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            new StoreLock(store).take().close();
                                        } catch (IOException e) {
                                            outcome.set(e);
                                        }
                                    });
            Thread.sleep(50);
            waiting.interrupt();
            waiting.join(5_000);
        }
        assertTrue(outcome.get() instanceof InterruptedIOException, outcome + "");
    }

    @Test
    void threadsTakeTurns() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger times = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            StoreLock lock = new StoreLock(new StoreFolder(store.root(), LayerRecords.NONE));
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int turn = 0; turn < 50; turn++) {
                                            try (Turn _ = lock.take()) {
                                                most.accumulateAndGet(
                                                        inside.incrementAndGet(), Math::max);
                                                inside.decrementAndGet();
                                                times.incrementAndGet();
                                            } catch (IOException e) {
                                                most.set(99);
                                            }
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, most.get());
        assertEquals(400, times.get());
    }
}
