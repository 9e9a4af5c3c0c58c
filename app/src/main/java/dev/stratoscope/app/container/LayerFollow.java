package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.NoSuchContainerException;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * Follows the writable layer of one container for who shows it elsewhere than in its own tab. On
 * the JavaFX thread.
 */
public final class LayerFollow {
    private final Engine engine;
    private final ContainerShow show;
    private final JobScope jobs;
    private final int layers;
    private final Consumer<@Nullable TopLayer> told;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tell()));
    private @Nullable Writing writing;

    /**
     * Nothing followed yet.
     *
     * @param id the container's whole id
     * @param layers how many its image has
     * @param told told the layer, again and again: also when only the words about it are others;
     *     null, once, when the container was removed
     */
    public LayerFollow(
            Engine engine, Jobs jobs, String id, int layers, Consumer<@Nullable TopLayer> told) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.layers = layers;
        this.told = told;
        show = new ContainerShow(engine, this.jobs, id);
        show.seenProperty().addListener((property, before, now) -> see(now));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** The container's whole id. */
    public String id() {
        return show.id();
    }

    /** Follows it. */
    public void start() {
        show.start();
        clock.play();
        Writing now = writing;
        if (now != null) {
            now.start();
        }
    }

    /** Follows it no more, and lets go of what that took. */
    public void close() {
        clock.stop();
        show.stop();
        Writing now = writing;
        if (now != null) {
            now.close();
        }
    }

    private void see(@Nullable Seen seen) {
        if (seen != null && writing == null) {
            Writing now =
                    new Writing(
                            jobs,
                            seen.container(),
                            failure -> {
                                // Of all else the container's own tab tells.
                                if (failure instanceof NoSuchContainerException) {
                                    close();
                                    told.accept(null);
                                }
                            });
            writing = now;
            now.shownProperty().addListener((property, before, next) -> tell());
            now.start();
        }
        tell();
    }

    private void tell() {
        Writing follows = writing;
        Seen seen = show.seen();
        Written written = follows == null ? null : follows.shown();
        if (seen != null && written != null) {
            told.accept(
                    new TopLayer(
                            WritableWords.step(written, seen, layers, engine.clock().instant()),
                            written.layer().layer(),
                            written.layer().contents(),
                            written.number()));
        }
    }
}
