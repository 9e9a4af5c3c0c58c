package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The snapshots below one folder. Safe for use by many threads and processes: what two of them want
 * to unpack at once is unpacked once. Linux only.
 */
public final class Snapshots {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");

    private final SnapshotFolder folder;

    /** Snapshots below a folder, which is made when it is first needed. */
    public Snapshots(Path root) {
        this.folder = new SnapshotFolder(root.toAbsolutePath().normalize());
    }

    /** Fills the upper folder of a snapshot that nobody sees yet. */
    private interface Filling {
        void fill(Path draft) throws IOException;
    }

    /**
     * Makes an empty writable layer on top of a stack, unpacking those of its layers that are not
     * yet.
     *
     * @param key what it is found again by: letters, digits, {@code _ . -}, at most 128
     * @param stack bottom first
     * @param contents the bytes of the stack's files
     * @param progress advanced by the bytes of files
     * @throws FileAlreadyExistsException when the key is taken
     * @throws IOException when the disk is full or refuses; nothing is left behind
     */
    public Active prepare(String key, List<Lower> stack, Contents contents, Progress progress)
            throws IOException {
        List<LayerIndex> layers = stack.stream().map(Lower::index).toList();
        List<LayerName> names = LayerName.of(stack);
        List<String> lowers = new ArrayList<>(names.stream().map(LayerName::text).toList());
        if (lowers.isEmpty()) {
            lowers.add(SnapshotFolder.EMPTY);
        }
        Attributes root =
                Objects.requireNonNull(new Below(layers, layers.size()).folder(ByteString.EMPTY));
        return make(
                key,
                lowers,
                progress,
                draft -> {
                    Unpacking unpacking = new Unpacking(folder, layers, contents, progress);
                    List<Callable<Boolean>> parts = new ArrayList<>();
                    for (LayerName name : names) {
                        parts.add(
                                () -> {
                                    unpacking.unpack(name);
                                    return true;
                                });
                    }
                    Fan.out(parts);
                    makeRoot(draft.resolve("upper"), root);
                    makeRoot(draft.resolve(SnapshotFolder.BASE), root);
                });
    }

    private static void makeRoot(Path path, Attributes root) throws IOException {
        Files.createDirectory(path);
        try (LiveDirectory made = LiveDirectory.open(path)) {
            Setting.set(made, root);
        }
    }

    /** Makes a snapshot aside and gives it its name when it is whole. */
    private Active make(String key, List<String> lowers, Progress progress, Filling filling)
            throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' cannot be a key");
        }
        folder.create();
        Path done = folder.active().resolve(key);
        String passing = "active-" + key;
        Path draft = folder.fresh().resolve(passing);
        try (Turn _ = Turn.take(folder.keyTurn(key), progress)) {
            if (Files.isDirectory(done)) {
                throw new FileAlreadyExistsException(done.toString());
            }
            Removal.of(folder.fresh(), passing);
            try {
                try (Turn _ = Turn.take(folder.turn(), progress)) {
                    // From here on nobody removes these layers.
                    Files.createDirectory(draft);
                    Files.write(draft.resolve("lowers"), lowers);
                }
                Files.createDirectory(draft.resolve("work"));
                Files.createDirectory(draft.resolve("merged"));
                filling.fill(draft);
                try (Turn _ = Turn.take(folder.turn(), progress)) {
                    Files.move(draft, done, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException | RuntimeException e) {
                try {
                    Removal.of(folder.fresh(), passing);
                } catch (IOException again) {
                    e.addSuppressed(again);
                }
                throw e;
            }
        }
        return new Active(key, done, folder.layers(), lowers);
    }

    /**
     * The active snapshot of a key.
     *
     * @throws NoSuchFileException when there is none
     */
    public Active active(String key) throws IOException {
        Path at = folder.active().resolve(key);
        if (!KEY.matcher(key).matches()) {
            throw new NoSuchFileException(at.toString());
        }
        return new Active(key, at, folder.layers(), Files.readAllLines(at.resolve("lowers")));
    }

    /**
     * Makes an active snapshot on a copy of another's upper folder, by reference where the disk
     * can.
     *
     * @throws FileAlreadyExistsException when the key is taken
     */
    public Active fork(String key, Active other, Progress progress) throws IOException {
        return make(
                key,
                other.lowers(),
                progress,
                draft -> {
                    for (String part : List.of("upper", SnapshotFolder.BASE)) {
                        Files.createDirectory(draft.resolve(part));
                        try (LiveDirectory from = LiveDirectory.open(other.folder().resolve(part));
                                LiveDirectory to = LiveDirectory.open(draft.resolve(part))) {
                            new TreeCopy(from, to, progress).run();
                        }
                    }
                });
    }

    /** Removes an active snapshot; nothing happens when there is none. */
    public void remove(String key) throws IOException {
        if (folder.exists() && KEY.matcher(key).matches()) {
            String gone;
            try (Turn _ = Turn.take(folder.turn(), Progress.NONE)) {
                gone = Pruning.putAway(folder, folder.active().resolve(key));
            }
            Removal.of(folder.fresh(), gone);
        }
    }

    /**
     * Removes unpacked layers that no active snapshot lies on, active snapshots of other keys, and
     * what killed programs left.
     *
     * @param keys whether somebody knows of an active snapshot, asked when it was found; whoever
     *     prepares one has to make its key known before
     * @return the bytes freed
     */
    public long prune(Predicate<String> keys) throws IOException {
        return folder.exists() ? new Pruning(folder).run(keys) : 0;
    }
}
