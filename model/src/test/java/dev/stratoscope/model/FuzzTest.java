package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs every fuzz target for {@code fuzz.seconds}, 2 where nothing else is said, as many at once as
 * there are processors. What is found fails the test with the input that does it; a test of its own
 * then keeps it found.
 */
@Tag("fuzz")
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 2);
    private static final Map<FuzzTarget, Future<String>> RUNS = new EnumMap<>(FuzzTarget.class);

    private static final ExecutorService RUNNERS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    @BeforeAll
    static void start() {
        assumeTrue(SECONDS > 0, "fuzz.seconds is 0: nothing is fuzzed");
        for (FuzzTarget target : FuzzTarget.values()) {
            RUNS.put(target, RUNNERS.submit(run(target)));
        }
    }

    @AfterAll
    static void stop() {
        RUNNERS.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFound(FuzzTarget target) throws Exception {
        assertEquals("", RUNS.get(target).get());
    }

    private static Callable<String> run(FuzzTarget target) {
        return () -> new FuzzRun(target).findings(SECONDS);
    }
}
