package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Poll;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.LiveLayer;
import dev.stratoscope.model.task.Progress;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * What one container writes, as it writes, while somebody looks. A person can hold it: then what
 * comes waits. On the JavaFX thread, but for the looking itself.
 */
final class Writing {
    private static final long PAUSE_MS = 80;
    private static final long PATIENCE_MS = 1000;

    private final JobScope jobs;
    private final Container container;
    private final Consumer<Throwable> failed;
    private final Poll<Written> poll;
    private final ReadOnlyObjectWrapper<@Nullable Written> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Written> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private boolean closed;

    /** Only touched by one look at a time. */
    private volatile @Nullable LiveLayer live;

    private volatile @Nullable Written last;

    /**
     * A container that nobody looks at.
     *
     * @param failed told why looking failed; it is tried again all the same
     */
    Writing(JobScope jobs, Container container, Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.container = container;
        this.failed = failed;
        poll =
                new Poll<>(
                        jobs,
                        "Watching what a container writes",
                        PAUSE_MS,
                        this::look,
                        this::came,
                        this::missed);
        held.addListener((property, before, now) -> turn(now));
    }

    /** The container. */
    Container container() {
        return container;
    }

    /** What is shown; null before it was looked at. Stays as it is while it is held. */
    ReadOnlyObjectProperty<@Nullable Written> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is shown; null before it was looked at. */
    @Nullable Written shown() {
        return shown.get();
    }

    /** What was seen last, held or not; null before it was looked at. */
    ReadOnlyObjectProperty<@Nullable Written> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** What was seen last, held or not. */
    @Nullable Written latest() {
        return latest.get();
    }

    /** Whether what comes waits. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** How many paths wait to be shown. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Looks, and goes on looking. */
    void start() {
        if (!closed) {
            poll.start();
        }
    }

    /** Looks no more. */
    void stop() {
        poll.stop();
    }

    /** Looks no more, and lets go of what it looked with. */
    void close() {
        closed = true;
        stop();
        release();
    }

    private void release() {
        jobs.follow(
                "Watching a container no more",
                progress -> {
                    LiveLayer held = live;
                    live = null;
                    if (held != null) {
                        held.close();
                    }
                    return true;
                },
                done -> {},
                failure -> {
                    // There is nothing left to look with, and nothing to be told of it.
                });
    }

    /** Takes a look: at once the first time, then when something is written, or after a while. */
    private Written look(Progress progress) throws IOException {
        Written before = last;
        LiveLayer watch = live;
        if (watch == null) {
            watch = container.watch(progress);
            live = watch;
        } else if (before != null && !watch.await(PATIENCE_MS)) {
            return before;
        }
        Written made =
                before == null
                        ? Written.first(watch.now(progress))
                        : before.next(watch.now(progress));
        last = made;
        return made;
    }

    private void came(Written made) {
        Written before = latest.get();
        if (closed) {
            release();
        } else if (before == null || before.number() != made.number()) {
            latest.set(made);
            if (held.get()) {
                count(made);
            } else {
                shown.set(made);
            }
        }
    }

    private void count(Written made) {
        Written frozen = shown.get();
        if (frozen == null) {
            shown.set(made);
            return;
        }
        jobs.start(
                Brief.quiet("Counting what waits"),
                progress -> Waits.between(frozen.changes(), made.changes()),
                waiting::set,
                failure -> {
                    // The next look counts again.
                });
    }

    private void turn(boolean now) {
        waiting.set(0);
        if (!now) {
            shown.set(latest.get());
        }
    }

    private void missed(Throwable failure) {
        if (closed) {
            release();
        } else {
            live = null;
            failed.accept(failure);
        }
    }
}
