package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Poll;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.NoSuchContainerException;
import dev.stratoscope.model.image.Digest;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * All containers as the window knows them: looked at once a second in the background while it runs.
 * On the JavaFX thread.
 */
public final class ContainerList {
    private static final long PAUSE_MS = 1000;

    private final JobScope jobs;
    private final Poll<Listing> poll;
    private final ReadOnlyObjectWrapper<Listing> listing =
            new ReadOnlyObjectWrapper<>(Listing.UNKNOWN);
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private Runnable onChanged = () -> {};

    /** Containers that nobody looked at yet. */
    public ContainerList(Engine engine, Jobs jobs) {
        this.jobs = new JobScope(jobs);
        poll =
                new Poll<>(
                        this.jobs,
                        "Looking at the containers",
                        PAUSE_MS,
                        progress -> look(engine),
                        this::saw,
                        failure -> saw(new Listing(List.of(), failure)));
    }

    private static Listing look(Engine engine) throws IOException {
        List<Seen> all = new ArrayList<>();
        for (Container container : engine.containers().list()) {
            Seen seen = seen(container);
            if (seen != null) {
                all.add(seen);
            }
        }
        return new Listing(List.copyOf(all), null);
    }

    /** One that is removed just now is none. */
    private static @Nullable Seen seen(Container container) throws IOException {
        try {
            return Seen.of(container);
        } catch (NoSuchContainerException e) {
            return null;
        }
    }

    private void saw(Listing now) {
        if (!now.looksLike(listing.get())) {
            listing.set(now);
            onChanged.run();
        }
        looks.set(looks.get() + 1);
    }

    /** How often they were looked at; told each time. */
    ReadOnlyLongProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** What was seen last. */
    ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** Sets what is told whenever they were seen differently. */
    public void setOnChanged(Runnable action) {
        onChanged = action;
    }

    /** Looks at once and goes on looking. */
    public void start() {
        poll.start();
    }

    /** Looks no more. */
    public void stop() {
        poll.stop();
        jobs.cancelAll();
    }

    /** Looks at once. */
    public void look() {
        poll.look();
    }

    /** For the status bar: {@code 1 running, 2 stopped}; empty where there is none. */
    public String words() {
        return listing.get().words();
    }

    /** A container as a palette offers it. */
    public record Brief(String id, String name, String hint) {}

    /** All of them, for a palette. */
    public List<Brief> briefs() {
        return briefs(seen -> true);
    }

    /** Those of an image by its id, the newest first. */
    public List<Brief> of(Digest image) {
        return briefs(seen -> seen.container().imageId().equals(image));
    }

    private List<Brief> briefs(Predicate<Seen> wanted) {
        return listing.get().containers().stream()
                .filter(wanted)
                .map(
                        seen ->
                                new Brief(
                                        seen.id(),
                                        seen.name(),
                                        "container, "
                                                + StateWords.brief(seen.state())
                                                        .toLowerCase(Locale.ROOT)))
                .toList();
    }
}
