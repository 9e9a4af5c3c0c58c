package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.image.KeptImage;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;

/**
 * The work of a build's tab: one build at a time, brought to the screen ten times a second, and the
 * look at what one would do. On the JavaFX thread.
 */
final class BuildWork {
    private static final Duration SAMPLE = Duration.millis(100);

    private final Engine engine;
    private final JobScope jobs;
    private final BuildShow show;
    private final Listener listener;
    private final Timeline sample = new Timeline(new KeyFrame(SAMPLE, event -> sample()));
    private @Nullable BuildFeed feed;
    private @Nullable Job building;

    /** Hears how the work ends. */
    interface Listener {
        /** The text cannot be built as it is written. */
        void wrong(DockerfileException where);

        /** Something failed that no step tells of. */
        void failed(Problem problem);

        /** A build ended; null where there is no image. */
        void ended(@Nullable KeptImage image);
    }

    BuildWork(Engine engine, JobScope jobs, BuildShow show, Listener listener) {
        this.engine = engine;
        this.jobs = jobs;
        this.show = show;
        this.listener = listener;
        sample.setCycleCount(Timeline.INDEFINITE);
    }

    /** Builds; what is finished already comes from the cache. */
    void build(BuildSpec spec, String name) {
        BuildFeed now = new BuildFeed();
        feed = now;
        show.begin(engine.clock().instant());
        building =
                jobs.start(
                        "Building " + name,
                        progress -> engine.builds().run(spec, now, progress),
                        image -> ended(BuildShow.Status.DONE, image, null),
                        failure ->
                                ended(
                                        failure instanceof CancellationException
                                                ? BuildShow.Status.STOPPED
                                                : BuildShow.Status.FAILED,
                                        null,
                                        failure));
        sample.playFromStart();
    }

    private void sample() {
        BuildFeed now = feed;
        if (now != null) {
            show.apply(now.take());
        }
    }

    private void ended(
            BuildShow.Status how, @Nullable KeptImage image, @Nullable Throwable failure) {
        sample.stop();
        sample();
        feed = null;
        building = null;
        show.end(how, engine.clock().instant());
        if (failure instanceof DockerfileException wrong) {
            listener.wrong(wrong);
        } else if (how == BuildShow.Status.FAILED
                && failure != null
                && !(failure instanceof BuildFailedException && show.failed() != null)) {
            listener.failed(Problems.of("The build failed", failure));
        }
        listener.ended(image);
    }

    /** Stops the build; what is finished stays in the cache. */
    void stop() {
        Job now = building;
        if (now != null) {
            now.cancel();
        }
    }

    /** Tells what would be built. */
    void explain(BuildSpec spec) {
        jobs.start(
                "Looking what would rebuild",
                progress -> engine.builds().explain(spec, progress),
                show::forecast,
                failure -> {
                    if (failure instanceof DockerfileException wrong) {
                        listener.wrong(wrong);
                    } else if (!(failure instanceof CancellationException)) {
                        listener.failed(
                                Problems.of("It cannot be told what would rebuild", failure));
                    }
                });
    }

    /** The tab is closed: nobody takes any more. */
    void close() {
        sample.stop();
        BuildFeed now = feed;
        if (now != null) {
            now.close();
        }
    }
}
