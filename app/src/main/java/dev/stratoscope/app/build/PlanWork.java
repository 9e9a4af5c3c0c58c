package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.dockerfile.DockerfileException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Reads what is typed, in the background; what was not read yet gives way. On the JavaFX thread.
 */
final class PlanWork {
    private final Engine engine;
    private final JobScope jobs;
    private final Listener listener;
    private @Nullable Job planning;

    /** Hears what a text is. */
    interface Listener {
        /** It is a Dockerfile. */
        void planned(BuildPlan plan);

        /** It is none. */
        void wrong(DockerfileException where);

        /** It cannot be told, as something else failed. */
        void failed(Throwable failure);
    }

    PlanWork(Engine engine, JobScope jobs, Listener listener) {
        this.engine = engine;
        this.jobs = jobs;
        this.listener = listener;
    }

    void plan(BuildSpec spec) {
        Job before = planning;
        if (before != null) {
            before.cancel();
        }
        Consumer<Throwable> failed =
                failure -> {
                    if (failure instanceof DockerfileException wrong) {
                        listener.wrong(wrong);
                    } else if (!(failure instanceof CancellationException)) {
                        listener.failed(failure);
                    }
                };
        planning =
                jobs.follow(
                        "Reading the Dockerfile",
                        progress -> engine.builds().plan(spec),
                        listener::planned,
                        failed);
    }
}
