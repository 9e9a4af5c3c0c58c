package dev.stratoscope.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Jobs on one thread: what is asked of the background and of the screen is done when the test says
 * so.
 */
final class JobsTest {
    private final List<Runnable> background = new ArrayList<>();
    private final List<Runnable> screen = new ArrayList<>();
    private final Jobs jobs = new Jobs(background::add, screen::add);
    private final List<Object> heard = new ArrayList<>();

    @Test
    void aResultArrivesOnTheScreenAndTheJobIsOver() {
        jobs.start("work", progress -> 42, heard::add, heard::add);
        assertEquals(1, jobs.running().size());
        background.removeFirst().run();
        assertEquals(List.of(), heard, "not before the screen's turn");
        screen.removeFirst().run();
        assertEquals(List.of(42), heard);
        assertTrue(jobs.running().isEmpty());
    }

    @Test
    void whateverIsThrownEndsTheJobAndIsTold() {
        for (Throwable thrown : List.of(new IllegalStateException(), new NoClassDefFoundError())) {
            heard.clear();
            jobs.start(
                    "work",
                    progress -> {
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) thrown;
                    },
                    heard::add,
                    heard::add);
            background.removeFirst().run();
            screen.removeFirst().run();
            assertEquals(List.of(thrown), heard);
            assertTrue(jobs.running().isEmpty());
        }
    }

    @Test
    void aCancelledJobTellsOnlyThat() {
        Job job = jobs.start("work", progress -> 42, heard::add, heard::add);
        job.cancel();
        background.removeFirst().run();
        assertTrue(Thread.interrupted(), "work that begins late learns of it at once");
        screen.removeFirst().run();
        assertInstanceOf(CancellationException.class, heard.getFirst());
        assertEquals(1, heard.size());
    }

    @Test
    void aScopeCancelsItsOwnJobsOnly() {
        JobScope scope = new JobScope(jobs);
        Job own = scope.start("own", progress -> 1, heard::add, heard::add);
        Job other = jobs.start("other", progress -> 2, heard::add, heard::add);
        scope.cancelAll();
        assertTrue(own.isCancelled());
        assertEquals(false, other.isCancelled());
    }
}
