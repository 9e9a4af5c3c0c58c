package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Poll;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Banner;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.NoSuchContainerException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * What one tab knows of its container. It looks at it in the background, twice a second while it is
 * shown; all parts of the tab listen to {@link #seenProperty()} and {@link #presenceProperty()}. On
 * the JavaFX thread.
 */
final class ContainerShow {
    private static final long PAUSE_MS = 500;

    private final Engine engine;
    private final JobScope jobs;
    private final String id;
    private final Banners banners = new Banners();
    private final Poll<Seen> poll;
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Presence> presence =
            new ReadOnlyObjectWrapper<>(Presence.UNKNOWN);
    private Runnable onChanged = () -> {};
    private Runnable onLooked = () -> {};
    private @Nullable Banner standing;

    /**
     * A container that nobody looked at yet.
     *
     * @param id its whole id
     */
    ContainerShow(Engine engine, JobScope jobs, String id) {
        this.engine = engine;
        this.jobs = jobs;
        this.id = id;
        poll =
                new Poll<>(
                        jobs,
                        "Looking at a container",
                        PAUSE_MS,
                        progress -> Seen.of(engine.containers().find(id)),
                        this::saw,
                        this::missed);
    }

    /** The engine that holds the container. */
    Engine engine() {
        return engine;
    }

    /** Where the work of the tab is done. */
    JobScope jobs() {
        return jobs;
    }

    /** The container's whole id. */
    String id() {
        return id;
    }

    /** Where trouble is told of. */
    Banners banners() {
        return banners;
    }

    /** What was seen last; null before it was seen. It is kept when the container is gone. */
    ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** What was seen last; null before it was seen. */
    @Nullable Seen seen() {
        return seen.get();
    }

    /** The container; null before it was seen. */
    @Nullable Container container() {
        Seen last = seen.get();
        return last == null ? null : last.container();
    }

    /** Whether it can be seen. */
    ReadOnlyObjectProperty<Presence> presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /** Whether it is there and has processes. */
    boolean isLive() {
        Seen last = seen.get();
        return presence.get() == Presence.HERE && last != null && last.state().isLive();
    }

    /** Sets what is told whenever it was seen differently. */
    void setOnChanged(Runnable action) {
        onChanged = action;
    }

    /** Sets what is told whenever it was looked at and there. */
    void setOnLooked(Runnable action) {
        onLooked = action;
    }

    /** Looks at once and goes on looking. */
    void start() {
        poll.start();
    }

    /** Looks no more. */
    void stop() {
        poll.stop();
    }

    /** Looks at once. */
    void look() {
        poll.look();
    }

    private void saw(Seen now) {
        if (presence.get() != Presence.HERE) {
            settle();
        }
        Seen before = seen.get();
        boolean same = before != null && before.looksLike(now) && presence.get() == Presence.HERE;
        presence.set(Presence.HERE);
        if (!same) {
            seen.set(now);
            onChanged.run();
        }
        onLooked.run();
    }

    private void missed(Throwable failure) {
        Presence now =
                failure instanceof NoSuchContainerException ? Presence.REMOVED : Presence.TROUBLE;
        if (presence.get() != now) {
            presence.set(now);
            settle();
            Problem problem =
                    now == Presence.REMOVED
                            ? new Problem(
                                    "The container is not there any more",
                                    "It was removed, by this program or another. What is shown"
                                            + " here is what was seen last.")
                            : Problems.of("The container cannot be looked at", failure);
            standing =
                    banners.add(problem, now == Presence.REMOVED ? null : "Try again", this::look);
            onChanged.run();
        }
        if (now == Presence.REMOVED) {
            stop();
        }
    }

    private void settle() {
        Banner told = standing;
        standing = null;
        if (told != null) {
            banners.getChildren().remove(told);
        }
    }

    /**
     * Does something a person asked for, with progress and cancel in the status bar, and looks
     * afterwards.
     *
     * @param title what is done: {@code Stopping web}
     * @param problem what to say when it fails: {@code web cannot be stopped}
     */
    <T> Job act(String title, String problem, Jobs.Work<T> work, Consumer<T> done) {
        return jobs.start(
                Brief.of(title),
                work,
                result -> {
                    look();
                    done.accept(result);
                },
                failure -> {
                    look();
                    if (!(failure instanceof CancellationException)) {
                        warn(Problems.of(problem, failure));
                    }
                });
    }

    /**
     * Takes away what was told of earlier acts, but not what is wrong with the container itself.
     */
    void forgetWarnings() {
        banners.getChildren().removeIf(banner -> !banner.equals(standing));
    }

    /**
     * Offers a way out of a wait above the panes.
     *
     * @return takes the offer away
     */
    Runnable offer(Problem wait, String act, Runnable action) {
        return banners.ask(wait, act, action);
    }

    /** Tells of trouble above the panes. */
    Banner warn(Problem problem) {
        return banners.add(problem, null, () -> {});
    }
}
