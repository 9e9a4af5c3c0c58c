package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.LogLine;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Brings a log to the screen as it grows, until it is cancelled. No more is read than the screen
 * takes.
 */
final class LogFeed {
    private static final int BATCH = 5_000;
    private static final long PATIENCE_MS = 500;

    private final Container container;
    private final JobScope jobs;
    private final Consumer<List<LogLine>> screen;
    private final Semaphore room = new Semaphore(2);

    /**
     * A feed.
     *
     * @param screen takes lines, on the JavaFX thread
     */
    LogFeed(Container container, JobScope jobs, Consumer<List<LogLine>> screen) {
        this.container = container;
        this.jobs = jobs;
        this.screen = screen;
    }

    /** Reads until it is cancelled; in the background. */
    boolean run(Progress progress) throws IOException, InterruptedException {
        try (LogReader log = container.log()) {
            while (true) {
                progress.advance(1);
                List<LogLine> lines = log.next(BATCH);
                if (lines.isEmpty()) {
                    log.await(PATIENCE_MS);
                    continue;
                }
                room.acquire();
                jobs.show(
                        () -> {
                            room.release();
                            screen.accept(lines);
                        });
            }
        }
    }
}
