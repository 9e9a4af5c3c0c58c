package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.RunState;
import dev.stratoscope.model.runtime.Stats;
import dev.stratoscope.model.runtime.TerminalProcess;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Path;
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
    public @Nullable Descriptor image() {
        ContainerRecord record = found.record();
        return record == null ? null : record.image();
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

    private KeptProcesses processes() {
        return new KeptProcesses(home, id());
    }

    private KeptFiles files(BaseImage base) {
        return new KeptFiles(home, id(), base);
    }

    private BaseImage image(Progress progress) throws IOException {
        BaseImage known = image;
        if (known == null) {
            known = home.image(record(), progress);
            image = known;
        }
        return known;
    }

    @Override
    public ContainerState state() throws IOException {
        return processes().state();
    }

    @Override
    public List<PublishedPort> ports() throws IOException {
        return processes().run().ports();
    }

    @Override
    public @Nullable String runBy() throws IOException {
        return processes().run().runBy();
    }

    @Override
    public @Nullable String obstacle() {
        return home.snapshots().codec().obstacle();
    }

    @Override
    public void start(Progress progress) throws IOException {
        processes().start(image(progress), progress);
    }

    @Override
    public int startAttached(Progress progress) throws IOException {
        int code = processes().startAttached(image(progress), progress);
        reap();
        return code;
    }

    @Override
    public int startAndFollow(OutputStream out, OutputStream error, Progress progress)
            throws IOException {
        int code = processes().startAndFollow(image(progress), out, error, progress);
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
                || processes().run().state().status() != RunState.Status.EXITED) {
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
        return processes().await();
    }

    @Override
    public void stop(Duration patience) throws IOException {
        processes().stop(patience);
    }

    @Override
    public void kill(String signal) throws IOException {
        processes().kill(signal);
    }

    @Override
    public void pause() throws IOException {
        processes().pause();
    }

    @Override
    public void unpause() throws IOException {
        processes().unpause();
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
            RunState state = processes().run().state();
            if (state.isLive() && !force) {
                throw new ContainerStateException(
                        name(),
                        KeptProcesses.state(state).status(),
                        "runs; stop it first, or force");
            }
            home.remove(id());
        }
    }

    @Override
    public LogReader log() throws IOException {
        return processes().log();
    }

    @Override
    public int exec(
            ExecSpec spec, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException {
        return processes().exec(spec, input, out, error);
    }

    @Override
    public int execAttached(ExecSpec spec) throws IOException {
        return processes().execAttached(spec);
    }

    @Override
    public TerminalProcess terminal(ExecSpec spec, int columns, int rows) throws IOException {
        return processes().terminal(spec, columns, rows);
    }

    @Override
    public Stats stats() throws IOException {
        return processes().stats();
    }

    @Override
    public JsonNode inspect() throws IOException {
        return Inspection.of(record(), state(), processes().run());
    }

    @Override
    public FileSystem files(Progress progress) throws IOException {
        return files(image(progress)).all(progress);
    }

    @Override
    public WritableLayer changes(Progress progress) throws IOException {
        return files(image(progress)).changes(progress);
    }

    @Override
    public LiveLayer watch(Progress progress) throws IOException {
        return files(image(progress)).watch();
    }

    @Override
    public KeptImage commit(CommitSpec spec, Progress progress) throws IOException {
        return files(image(progress)).commit(spec, progress);
    }

    @Override
    public void revert(Collection<ByteString> paths, Progress progress) throws IOException {
        files(image(progress)).revert(paths, progress);
    }

    @Override
    public Container fork(@Nullable String name, Progress progress) throws IOException {
        ContainerRecord forked = new Creation(home).fork(record(), name, progress);
        return new KeptContainer(home, new Records.Found(forked.id(), forked, null));
    }

    @Override
    public void copyIn(Path source, String target, Progress progress) throws IOException {
        files(image(progress)).copyIn(source, target, progress);
    }

    @Override
    public void copyOut(String source, Path target, Progress progress) throws IOException {
        files(image(progress)).copyOut(source, target, progress);
    }

    @Override
    public void unpack(InputStream tar, String target, Progress progress) throws IOException {
        files(image(progress)).unpack(tar, target, progress);
    }

    @Override
    public void pack(String source, OutputStream tar, Progress progress) throws IOException {
        files(image(progress)).pack(source, tar, progress);
    }

    @Override
    public void write(ByteString path, byte[] bytes) throws IOException {
        files(image(Progress.NONE)).write(path, bytes);
    }
}
