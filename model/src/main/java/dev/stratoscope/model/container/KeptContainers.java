package dev.stratoscope.model.container;

import dev.stratoscope.model.build.StepRunner;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.runtime.Launcher;
import dev.stratoscope.model.runtime.Launchers;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.snapshot.Snapshots;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The containers whose records lie in one home. */
public final class KeptContainers implements Containers {
    private final ContainerHome home;
    private final StepProcesses steps;

    /**
     * Containers below a folder; nothing is made before it is needed.
     *
     * @param root the engine's home
     * @param store where their images are
     * @param clock tells when they are made
     * @param codec the form of writable layers that are made
     * @param environment looks up a variable of this process; null when it is not set
     */
    public KeptContainers(
            Path root,
            Store store,
            Limits limits,
            Clock clock,
            Codec codec,
            UnaryOperator<@Nullable String> environment) {
        Path base = root.toAbsolutePath().normalize();
        this.home =
                new ContainerHome(
                        new Records(base.resolve("containers"), limits),
                        store,
                        new Snapshots(base.resolve("snapshots"), codec),
                        new Launchers(base.resolve("launchers"), List.of()),
                        limits,
                        clock,
                        environment);
        this.steps =
                new StepProcesses(
                        home.snapshots(), home.launchers(), limits, base.resolve("build/runs"));
    }

    /**
     * What a build's command left, as a container that was not started.
     *
     * @param image the image of the steps before, which is kept meanwhile
     * @param name what that is called
     * @param shell what the container runs
     * @param kept as {@link StepRunner.Outcome#keep}
     * @throws java.nio.file.NoSuchFileException when it was forgotten
     */
    public Container ofStep(
            Descriptor image, String name, List<String> shell, String kept, Progress progress)
            throws IOException {
        RunSpec spec =
                new RunSpecBuilder(name)
                        .entrypoint(List.of())
                        .command(shell)
                        .network(NetworkMode.HOST)
                        .tty(true)
                        .interactive(true)
                        .build();
        ContainerRecord record = new Creation(home).ofStep(spec, image, steps.kept(kept), progress);
        return new KeptContainer(home, new Records.Found(record.id(), record, null));
    }

    /** What runs the commands of builds. */
    public StepRunner steps() {
        return steps;
    }

    @Override
    public List<Container> list() throws IOException {
        List<KeptContainer> found = new ArrayList<>();
        for (Records.Found one : home.records().all()) {
            KeptContainer container = new KeptContainer(home, one);
            if (!container.reap()) {
                found.add(container);
            }
        }
        found.sort(
                Comparator.comparing(KeptContainer::created)
                        .reversed()
                        .thenComparing(KeptContainer::id));
        return List.copyOf(found);
    }

    @Override
    public Container find(String text) throws IOException {
        List<Records.Found> byId = new ArrayList<>();
        for (Records.Found one : home.records().all()) {
            ContainerRecord record = one.record();
            if (one.id().equals(text) || (record != null && record.name().equals(text))) {
                return new KeptContainer(home, one);
            }
            if (!text.isEmpty() && one.id().startsWith(text)) {
                byId.add(one);
            }
        }
        if (byId.isEmpty()) {
            throw new NoSuchContainerException(text, "there is no such container");
        }
        if (byId.size() > 1) {
            throw new NoSuchContainerException(
                    text, "is the beginning of " + byId.size() + " ids; write more of it");
        }
        return new KeptContainer(home, byId.getFirst());
    }

    @Override
    public Container create(RunSpec spec, Progress progress) throws IOException {
        return new KeptContainer(home, new Creation(home).run(spec, progress));
    }

    @Override
    public @Nullable String obstacle() {
        return home.snapshots().codec().obstacle();
    }

    @Override
    public List<Launcher> runtimes() throws IOException {
        return home.launchers().found();
    }

    @Override
    public Pruned prune(Progress progress) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Container one : list()) {
            progress.advance(0);
            ContainerState state = one.state();
            if (!state.isLive() && state.problem() == null) {
                try {
                    one.remove(false);
                    ids.add(one.id());
                } catch (NoSuchContainerException | ContainerStateException e) {
                    // Somebody removed or started it just now.
                }
            }
        }
        return new Pruned(ids, tidy(progress));
    }

    @Override
    public long tidy(Progress progress) throws IOException {
        progress.advance(0);
        steps.tidy();
        return home.snapshots().prune(key -> home.records().exists(key) || isNeeded(key));
    }

    private boolean isNeeded(String key) {
        try {
            return steps.isNeeded(key);
        } catch (IOException e) {
            return true;
        }
    }
}
