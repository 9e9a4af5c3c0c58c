package dev.stratoscope.model.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Parts side by side: order, failure, cancellation, width. */
@Timeout(20)
class FanTest {
    @Test
    void resultsComeInTheOrderOfTheParts() throws IOException {
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            parts.add(
                    () -> {
                        Thread.sleep(number % 3);
                        return number;
                    });
        }
        List<Integer> results = Fan.out(parts);
        for (int i = 0; i < 50; i++) {
            assertEquals(i, results.get(i));
        }
        assertEquals(List.of(), Fan.out(List.<Callable<String>>of()));
    }

    @Test
    void theFirstFailureStopsItsSiblings() {
        IOException failure = new IOException("first");
        CountDownLatch stopped = new CountDownLatch(1);
        List<Callable<String>> parts =
                List.of(
                        () -> {
                            Thread.sleep(100);
                            throw failure;
                        },
                        () -> {
                            try {
                                Thread.sleep(4_000);
                                return "not stopped";
                            } catch (InterruptedException e) {
                                stopped.countDown();
                                throw e;
                            }
                        });
        long start = System.nanoTime();
        assertSame(failure, assertThrows(IOException.class, () -> Fan.out(parts)));
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertEquals(0, stopped.getCount());
        }
    }

    @Test
    void aFailureBehindStopsTheWorkAheadToo() {
        IOException failure = new IOException("second");
        List<Callable<String>> parts =
                List.of(
                        () -> {
                            Thread.sleep(4_000);
                            return "not stopped";
                        },
                        () -> {
                            throw failure;
                        });
        long start = System.nanoTime();
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertSame(failure, assertThrows(IOException.class, () -> Fan.out(parts)));
            assertTrue(System.nanoTime() - start < 2_000_000_000L, "waited for the part ahead");
        }
    }

    @Test
    void ofSeveralFailuresTheOneOfTheLowestPartIsTold() {
        IOException first = new IOException("first");
        List<Callable<String>> parts =
                List.of(
                        () -> {
                            throw first;
                        },
                        () -> {
                            throw new IOException("second");
                        });
        assertSame(first, assertThrows(IOException.class, () -> Fan.out(parts)));
    }

    @Test
    void runtimeFailuresAndErrorsPassAsTheyAre() {
        IllegalStateException bug = new IllegalStateException("bug");
        List<Callable<String>> parts =
                List.of(
                        () -> {
                            throw bug;
                        });
        assertSame(bug, assertThrows(IllegalStateException.class, () -> Fan.out(parts)));
    }

    @Test
    void anInterruptStopsAllPartsSoon() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Callable<String> part =
                () -> {
                    begun.countDown();
                    try {
                        Thread.sleep(4_000);
                        return "not stopped";
                    } finally {
                        ended.incrementAndGet();
                    }
                };
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        Fan.out(List.of(part, part, part, part));
                                    } catch (IOException e) {
                                        thrown.set(e);
                                    }
                                });
        assertTrue(begun.await(5, TimeUnit.SECONDS));
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(1)), "still running after a second");
        assertTrue(thrown.get() instanceof InterruptedIOException, thrown.get() + "");
        assertTrue(ended.get() >= 1);
    }

    @Test
    void noMorePartsRunAtOnceThanThereAreProcessors() throws IOException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<String>> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parts.add(
                    () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.sleep(2);
                        running.decrementAndGet();
                        return "";
                    });
        }
        Fan.out(parts);
        assertTrue(most.get() <= Runtime.getRuntime().availableProcessors(), most + "");
    }
}
