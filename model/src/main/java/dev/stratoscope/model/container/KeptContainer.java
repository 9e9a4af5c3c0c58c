package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.runtime.RunState;
import dev.stratoscope.model.runtime.Signals;
import dev.stratoscope.model.runtime.Stats;
import dev.stratoscope.model.runtime.TerminalProcess;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.union.UnionFileSystem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A container whose record lies in a home. */
final class KeptContainer implements Container {
    private static final Digest NO_IMAGE = Digest.sha256(new byte[0]);

    private final ContainerHome home;
    private final Records.Found found;
    private volatile @Nullable BaseImage image;

    /** A container as it was found. */
    KeptContainer(ContainerHome home, Records.Found found) {
        this.home = home;
        this.found = found;
    }

    /** One that was just made. */
    KeptContainer(ContainerHome home, Creation.Made made) {
        this(home, new Records.Found(made.record().id(), made.record(), null));
        this.image = made.image();
    }

    @Override
    public String id() {
        return found.id();
    }

    @Override
    public String name() throws IOException {
        Records.Found now = home.records().found(id());
        ContainerRecord record = now.record();
        return record == null ? id().substring(0, Records.SHORT) : record.name();
    }

    @Override
    public RunSpec spec() {
        ContainerRecord record = found.record();
        return record == null ? RunSpec.of("") : record.spec();
    }

    @Override
    public String imageName() {
        ContainerRecord record = found.record();
        return record == null ? "" : record.imageName();
    }

    @Override
    public Digest imageId() {
        ContainerRecord record = found.record();
        return record == null ? NO_IMAGE : record.imageId();
    }

    @Override
    public Instant created() {
        ContainerRecord record = found.record();
        return record == null ? Instant.EPOCH : record.created();
    }

    @Override
    public List<String> command() {
        ContainerRecord record = found.record();
        return record == null ? List.of() : record.config().command();
    }

    /** The record as it is now. */
    private ContainerRecord record() throws IOException {
        return home.records().read(id());
    }

    private Run run() {
        return home.run(id());
    }

    @Override
    public ContainerState state() throws IOException {
        Records.Found now = home.records().found(id());
        if (now.record() == null) {
            return new ContainerState(
                    ContainerState.Status.CREATED, -1, null, null, 0, now.problem());
        }
        return state(run().state());
    }

    private static ContainerState state(RunState run) {
        return new ContainerState(
                switch (run.status()) {
                    case NONE -> ContainerState.Status.CREATED;
                    case RUNNING -> ContainerState.Status.RUNNING;
                    case PAUSED -> ContainerState.Status.PAUSED;
                    case EXITED -> ContainerState.Status.EXITED;
                },
                run.exitCode(),
                run.startedAt(),
                run.finishedAt(),
                run.pid(),
                null);
    }

    /** The state, which has to be that of a container with processes. */
    private ContainerState live() throws IOException {
        ContainerState state = state(sound().state());
        if (!state.isLive()) {
            throw new ContainerStateException(
                    name(), state.status(), "does not run; start it first");
        }
        return state;
    }

    /** Its processes, if its record can be read. */
    private Run sound() throws IOException {
        record();
        return run();
    }

    @Override
    public List<PublishedPort> ports() throws IOException {
        return run().ports();
    }

    @Override
    public @Nullable String runBy() throws IOException {
        return run().runBy();
    }

    private BaseImage image(Progress progress) throws IOException {
        BaseImage known = image;
        if (known == null) {
            known = home.image(record(), progress);
            image = known;
        }
        return known;
    }

    private Active active() throws IOException {
        return home.active(record());
    }

    private Starting starting() {
        return new Starting(home, id());
    }

    @Override
    public void start(Progress progress) throws IOException {
        starting().detached(image(progress));
    }

    @Override
    public int startAttached(Progress progress) throws IOException {
        int code = starting().attached(image(progress));
        reap();
        return code;
    }

    @Override
    public int startAndFollow(OutputStream out, OutputStream error, Progress progress)
            throws IOException {
        int code = starting().following(image(progress), out, error);
        reap();
        return code;
    }

    /**
     * Removes it when it was to be removed at its end, and has ended.
     *
     * @return whether it is gone
     */
    boolean reap() throws IOException {
        ContainerRecord record = found.record();
        if (record == null
                || !record.spec().removeAtExit()
                || run().state().status() != RunState.Status.EXITED) {
            return false;
        }
        try {
            remove(false);
        } catch (ContainerStateException e) {
            return false;
        } catch (NoSuchContainerException e) {
            return true;
        }
        return true;
    }

    @Override
    public int await() throws IOException {
        return sound().await();
    }

    @Override
    public void stop(Duration patience) throws IOException {
        ContainerRecord record = record();
        Run run = run();
        RunState state = run.state();
        if (!state.isLive()) {
            return;
        }
        if (state.status() == RunState.Status.PAUSED) {
            run.resume();
        }
        run.stop(Signals.number(record.config().stopSignal()), patience);
    }

    @Override
    public void kill(String signal) throws IOException {
        int number = Signals.number(signal);
        live();
        run().kill(number);
    }

    @Override
    public void pause() throws IOException {
        try (Turn _ = home.records().lock(id())) {
            ContainerState state = live();
            if (state.status() == ContainerState.Status.PAUSED) {
                throw new ContainerStateException(name(), state.status(), "is paused already");
            }
            run().pause();
        }
    }

    @Override
    public void unpause() throws IOException {
        try (Turn _ = home.records().lock(id())) {
            ContainerState state = live();
            if (state.status() != ContainerState.Status.PAUSED) {
                throw new ContainerStateException(name(), state.status(), "is not paused");
            }
            run().resume();
        }
    }

    @Override
    public void rename(String name) throws IOException {
        try (Turn _ = home.records().lock(id())) {
            home.records().rename(id(), name);
            home.store().holds().rename(id(), name);
        }
    }

    @Override
    public void remove(boolean force) throws IOException {
        try (Turn _ = home.records().lock(id())) {
            home.records().found(id());
            RunState state = run().state();
            if (state.isLive() && !force) {
                throw new ContainerStateException(
                        name(), state(state).status(), "runs; stop it first, or force");
            }
            home.remove(id());
        }
    }

    @Override
    public LogReader log() throws IOException {
        return sound().log();
    }

    @Override
    public int exec(
            ExecSpec spec, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException {
        live();
        return Starting.failing(() -> run().exec(starting().process(spec), input, out, error));
    }

    @Override
    public int execAttached(ExecSpec spec) throws IOException {
        live();
        return Starting.failing(() -> run().execAttached(starting().process(spec)));
    }

    @Override
    public TerminalProcess terminal(ExecSpec spec, int columns, int rows) throws IOException {
        live();
        return new KeptTerminal(run().terminal(starting().process(spec), columns, rows));
    }

    @Override
    public Stats stats() throws IOException {
        live();
        return run().stats();
    }

    @Override
    public JsonNode inspect() throws IOException {
        return Inspection.of(record(), state(), run());
    }

    @Override
    public FileSystem files(Progress progress) throws IOException {
        BaseImage base = image(progress);
        if (sound().state().isLive()) {
            MergedView view = MergedView.of(base, changes(progress));
            return UnionFileSystem.open(view.tree(), view.contents(), null, home.clock());
        }
        return still(base);
    }

    /** Its files while it does not run. */
    private UnionFileSystem still(BaseImage base) throws IOException {
        return UnionFileSystem.open(
                FileTree.merge(base.indexes()),
                base.contents(),
                new GuardedUpper(active().open(), home, id()),
                home.clock());
    }

    /** What its files are written through. */
    private FileSink sink(Progress progress) throws IOException {
        ContainerState state = state(sound().state());
        return state.isLive()
                ? new LiveSink(LiveFiles.of(state.pid()))
                : new StillSink(still(image(progress)));
    }

    @Override
    public WritableLayer changes(Progress progress) throws IOException {
        return LayerView.read(image(progress), active(), home.limits(), progress);
    }

    @Override
    public LiveLayer watch(Progress progress) throws IOException {
        return new LayerView.Live(image(progress), active());
    }

    @Override
    public KeptImage commit(CommitSpec spec, Progress progress) throws IOException {
        BaseImage base = image(progress);
        try (Turn _ = home.records().lock(id())) {
            ContainerRecord record = record();
            try (Hold _ = Hold.of(run(), spec.pause())) {
                WritableLayer written =
                        LayerView.read(base, home.active(record), home.limits(), progress);
                return Committing.run(home, record, base, written, spec, progress);
            }
        }
    }

    @Override
    public void revert(Collection<ByteString> paths, Progress progress) throws IOException {
        BaseImage base = image(progress);
        try (Turn _ = home.records().lock(id())) {
            Active active = active();
            if (!run().state().isLive()) {
                active.revert(paths);
                return;
            }
            try (Hold _ = Hold.of(run(), true);
                    FileSink sink = new LiveSink(LiveFiles.of(run().state().pid()))) {
                WritableLayer written = LayerView.read(base, active, home.limits(), progress);
                LiveRevert.run(written, paths, sink, progress);
            }
        }
    }

    @Override
    public Container fork(@Nullable String name, Progress progress) throws IOException {
        ContainerRecord forked = new Creation(home).fork(record(), name, progress);
        return new KeptContainer(home, new Records.Found(forked.id(), forked, null));
    }

    @Override
    public void copyIn(Path source, String target, Progress progress) throws IOException {
        try (FileSink sink = sink(progress)) {
            CopyIn.run(source, target, sink, progress);
        }
    }

    @Override
    public void copyOut(String source, Path target, Progress progress) throws IOException {
        CopyOut.run(MergedView.of(image(progress), changes(progress)), source, target, progress);
    }

    @Override
    public void write(ByteString path, byte[] bytes) throws IOException {
        ContainerState state = state(sound().state());
        if (state.isLive()) {
            try (LiveFiles files = LiveFiles.of(state.pid())) {
                files.write(path, bytes);
            }
            return;
        }
        try (UnionFileSystem files = still(image(Progress.NONE))) {
            Path file = files.getPath(MergedPaths.child(ByteString.of("/"), path));
            Files.write(
                    file, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }
}
