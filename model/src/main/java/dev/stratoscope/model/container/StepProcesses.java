package dev.stratoscope.model.container;

import dev.stratoscope.model.build.StepRunner;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.Identity;
import dev.stratoscope.model.runtime.LaunchException;
import dev.stratoscope.model.runtime.LaunchSpec;
import dev.stratoscope.model.runtime.Launchers;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.ResourceLimits;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.snapshot.Lower;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.snapshot.Snapshots;
import dev.stratoscope.model.task.Claims;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the commands of a build's RUNs as containers run theirs: on a snapshot, by a runtime of the
 * machine. Safe for use by many threads.
 */
public final class StepProcesses implements StepRunner {
    private static final String PREFIX = "build-";
    private static final String HOST = "buildkitsandbox";

    private final Snapshots snapshots;
    private final Launchers launchers;
    private final Limits limits;
    private final Path folder;
    private final Claims claims;
    private final AtomicBoolean tidied = new AtomicBoolean();

    /**
     * Processes with their files below a folder.
     *
     * @param folder made when it is needed
     */
    StepProcesses(Snapshots snapshots, Launchers launchers, Limits limits, Path folder) {
        this.snapshots = snapshots;
        this.launchers = launchers;
        this.limits = limits;
        this.folder = folder;
        this.claims = new Claims(folder);
    }

    @Override
    public Outcome run(
            StepCommand command,
            List<Lower> stack,
            Contents contents,
            OutputStream out,
            OutputStream error,
            Progress progress)
            throws IOException {
        if (snapshots.codec() != Codec.OVERLAY) {
            throw new IOException(
                    "RUN needs root on Linux with overlayfs: without them an image can be built of"
                            + " COPY, ADD and the like only");
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        List<BindMount> binds = binds(command);
        Map<String, EntryType> targets = MountPoints.targets(binds);
        command.tmpfs().forEach(path -> targets.put(path, EntryType.DIRECTORY));
        List<Lower> lowers = MountPoints.stack(stack, contents, targets, limits);
        List<LayerIndex> indexes = lowers.stream().map(Lower::index).toList();
        MergedPaths files = new MergedPaths(indexes, contents, null);
        Identity user = Launching.identity(command.user(), files);
        ByteString workdir = Launching.workdir(command.workdir(), files).path();
        if (!tidied.getAndSet(true)) {
            tidy();
        }
        Turn turn = claims.take(id, progress);
        boolean done = false;
        try {
            Active active = snapshots.prepare(PREFIX + id, lowers, contents, progress);
            int code = run(command, (OverlaySnapshot) active, id, binds, user, workdir, out, error);
            progress.advance(0);
            Side before = new Side(indexes, lowers.stream().map(Lower::diffId).toList(), 0);
            WritableLayer written =
                    LayerView.of(before, contents, active.scan(null, limits, progress), progress);
            Outcome outcome = new Ended(code, written, id, turn, (OverlaySnapshot) active, stack);
            done = true;
            return outcome;
        } finally {
            if (!done) {
                claims.end(id, turn, this::clear);
            }
        }
    }

    private void clear(String id) throws IOException {
        if (!isKept(id)) {
            snapshots.remove(PREFIX + id);
        }
    }

    private boolean isKept(String id) {
        return Files.exists(folder.resolve(id + ".kept"));
    }

    /** Ends and clears away the commands of programs that were killed. */
    void tidy() throws IOException {
        claims.clear(
                id -> {
                    launchers.forget(id, folder.resolve(id));
                    clear(id);
                });
    }

    @Override
    public void forget(String kept) throws IOException {
        if (Files.deleteIfExists(folder.resolve(kept + ".kept"))) {
            snapshots.remove(PREFIX + kept);
        }
    }

    /** The snapshot of what was kept of a command. */
    Active kept(String kept) throws IOException {
        return snapshots.active(PREFIX + kept);
    }

    /** Whether a snapshot is that of a command that runs, or that was kept. */
    boolean isNeeded(String key) throws IOException {
        String id = key.replaceFirst(PREFIX, "");
        return key.startsWith(PREFIX) && (isKept(id) || claims.isTaken(id));
    }

    private static List<BindMount> binds(StepCommand command) {
        List<BindMount> binds = new ArrayList<>();
        for (Seen seen : command.mounts()) {
            binds.add(new BindMount(seen.source().toString(), seen.target(), seen.readOnly()));
        }
        return binds;
    }

    private int run(
            StepCommand command,
            OverlaySnapshot root,
            String id,
            List<BindMount> binds,
            Identity user,
            ByteString workdir,
            OutputStream out,
            OutputStream error)
            throws IOException {
        Path run = folder.resolve(id);
        Files.createDirectory(run);
        LaunchSpec spec =
                new LaunchSpec(
                        id,
                        run,
                        root,
                        command.args(),
                        Launching.environment(command.env(), HOST, user, false),
                        "/" + workdir,
                        user,
                        HOST,
                        binds,
                        command.tmpfs(),
                        false,
                        command.network().equals("none") ? NetworkMode.NONE : NetworkMode.HOST,
                        List.of(),
                        ResourceLimits.NONE,
                        false,
                        false);
        try {
            return launchers.startAttached(spec, out, error);
        } catch (LaunchException e) {
            error.write((e.reason() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return e.exitCode();
        } finally {
            launchers.forget(id, run);
        }
    }

    /** What a command left, in its snapshot until this is closed. */
    private final class Ended implements Outcome {
        private final int exitCode;
        private final WritableLayer written;
        private final List<LayerEntry> entries;
        private final String id;
        private final Turn turn;
        private final OverlaySnapshot root;
        private final List<Lower> below;

        Ended(
                int exitCode,
                WritableLayer written,
                String id,
                Turn turn,
                OverlaySnapshot root,
                List<Lower> below) {
            this.root = root;
            this.below = below;
            this.exitCode = exitCode;
            this.written = written;
            this.entries = written.changes().asLayer();
            this.id = id;
            this.turn = turn;
        }

        @Override
        public int exitCode() {
            return exitCode;
        }

        @Override
        public List<LayerEntry> entries() {
            return entries;
        }

        @Override
        public Contents contents() {
            return written.contents();
        }

        @Override
        public void became(Lower layer) throws IOException {
            if (isExactly()) {
                List<Lower> stack = new ArrayList<>(below);
                stack.add(layer);
                snapshots.commit(root, stack, Progress.NONE);
            }
        }

        /** A file that was written with the bytes it had is in the folder and not in the layer. */
        private boolean isExactly() {
            Set<ByteString> told = new HashSet<>();
            entries.forEach(entry -> told.add(entry.path()));
            LayerIndex upper = written.layer();
            for (int node = 1; node < upper.size(); node++) {
                EntryType type = upper.type(node);
                if (type != EntryType.DIRECTORY
                        && type != EntryType.WHITEOUT
                        && !told.contains(upper.path(node))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String keep() throws IOException {
            Files.createFile(folder.resolve(id + ".kept"));
            return id;
        }

        @Override
        public void close() throws IOException {
            claims.end(id, turn, StepProcesses.this::clear);
        }
    }
}
