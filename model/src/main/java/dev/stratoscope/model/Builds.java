package dev.stratoscope.model;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildRecord;
import dev.stratoscope.model.build.BuildRun;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.ChangedFile;
import dev.stratoscope.model.build.FailedStates;
import dev.stratoscope.model.build.Forecast;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.KeptContainers;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Builds images into the store of a home. Safe for use by many threads. */
public final class Builds {
    private final BuildRun builds;
    private final KeptContainers containers;
    private final Engine engine;

    Builds(BuildRun builds, KeptContainers containers, Engine engine) {
        this.containers = containers;
        this.builds = builds;
        this.engine = engine;
    }

    /**
     * The graph of a build. Of the context only its ignore file is looked at, of the images it
     * begins with only what the store knows.
     *
     * @throws dev.stratoscope.model.dockerfile.DockerfileException when the text is no Dockerfile,
     *     or has no such target
     */
    public BuildPlan plan(BuildSpec spec) throws IOException {
        return builds.plan(spec);
    }

    /** What a build would do with each step, in the order of the steps; nothing is built. */
    public List<Forecast> explain(BuildSpec spec, Progress progress) throws IOException {
        return builds.explain(spec, progress);
    }

    /**
     * Builds.
     *
     * @param events told of what happens, by one thread at a time
     * @throws dev.stratoscope.model.dockerfile.DockerfileException when the text is wrong
     * @throws dev.stratoscope.model.build.BuildFailedException when a step failed; finished steps
     *     stay in the cache
     * @throws java.io.InterruptedIOException when cancelled; finished steps stay in the cache
     */
    public KeptImage run(BuildSpec spec, Consumer<BuildEvent> events, Progress progress)
            throws IOException {
        return builds.run(spec, events, progress);
    }

    /**
     * The image that a step made, opened where it lies.
     *
     * @param image as {@link dev.stratoscope.model.build.StepResult#image}
     * @throws java.nio.file.NoSuchFileException when the cache has it no more
     */
    public OpenImage image(Descriptor image) throws IOException {
        return engine.opened(builds.image(image));
    }

    /**
     * The files of a failed step as a container that was not started: its image is that of the
     * steps before, its layer what the command wrote, its command a shell.
     *
     * @param state as {@link dev.stratoscope.model.build.StepFailure#state}
     * @throws java.nio.file.NoSuchFileException when it was cleared away by a later build
     */
    public Container state(String state, Progress progress) throws IOException {
        FailedStates.State failed = builds.failed(state);
        return containers.ofStep(failed.image(), failed.name(), failed.shell(), state, progress);
    }

    /**
     * Both versions of a file that made a step miss the cache: as the step copied it the last time,
     * and as it copied it now, or would copy it from the context.
     *
     * @param file one of what differs of {@code miss}
     * @param made the image that the step came to, whose top layer is its own; null reads the
     *     context of {@code spec}
     * @throws java.nio.file.NoSuchFileException when the layer of then is gone, or the file is no
     *     regular one
     */
    public ChangedFile changed(
            BuildSpec spec,
            Miss miss,
            Miss.Difference file,
            @Nullable Descriptor made,
            Progress progress)
            throws IOException {
        return builds.changed(spec, miss, file, made, progress);
    }

    /** The builds of this home, the newest first. */
    public List<BuildRecord> history() throws IOException {
        return builds.past();
    }

    /**
     * Forgets what the cache has that no build of the last two weeks needed; the store frees the
     * bytes when it is pruned next.
     *
     * @param all whether everything is forgotten, what failed steps left too
     */
    public void prune(boolean all) throws IOException {
        builds.prune(all);
    }
}
