package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.union.JournaledUpper;
import dev.stratoscope.model.union.Upper;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The snapshots below one folder. Safe for use by many threads and processes: what two of them want
 * to unpack at once is unpacked once.
 */
public final class Snapshots {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");

    private final SnapshotFolder folder;
    private final Codec codec;

    /**
     * Snapshots below a folder, which is made when it is first needed.
     *
     * @param codec the form of those that are made
     */
    public Snapshots(Path root, Codec codec) {
        this.codec = codec;
        this.folder = new SnapshotFolder(root.toAbsolutePath().normalize());
    }

    /** Fills the upper folder of a snapshot that nobody sees yet. */
    private interface Filling {
        void fill(Path draft) throws IOException;
    }

    /** The form of those that are made. */
    public Codec codec() {
        return codec;
    }

    /**
     * Makes an empty writable layer on top of a stack. Where it is overlayfs's, those of the layers
     * that are not yet are unpacked; a journaled one reads and unpacks nothing.
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
        if (codec == Codec.JOURNAL) {
            return make(key, List.of(), codec, progress, draft -> empty(draft));
        }
        return make(key, names(stack), codec, progress, overlay(stack, contents, progress));
    }

    private static void empty(Path draft) throws IOException {
        JournaledUpper.open(draft.resolve(SnapshotFolder.ASIDE), Clock.systemUTC()).close();
    }

    private static List<String> names(List<Lower> stack) {
        List<String> names = LayerName.of(stack).stream().map(LayerName::text).toList();
        return names.isEmpty() ? List.of(SnapshotFolder.EMPTY) : names;
    }

    /** Unpacks a stack's layers and makes an empty upper folder. */
    private Filling overlay(List<Lower> stack, Contents contents, Progress progress) {
        List<LayerIndex> layers = stack.stream().map(Lower::index).toList();
        List<LayerName> names = LayerName.of(stack);
        Attributes root =
                Objects.requireNonNull(new Below(layers, layers.size()).folder(ByteString.EMPTY));
        return draft -> {
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
            Files.createDirectory(draft.resolve("work"));
            Files.createDirectory(draft.resolve("merged"));
            makeRoot(draft.resolve(SnapshotFolder.UPPER), root);
            makeRoot(draft.resolve(SnapshotFolder.BASE), root);
        };
    }

    private static void makeRoot(Path path, Attributes root) throws IOException {
        Files.createDirectory(path);
        try (LiveDirectory made = LiveDirectory.open(path)) {
            Setting.set(made, root);
        }
    }

    /** Makes a snapshot aside and gives it its name when it is whole. */
    private Active make(
            String key, List<String> lowers, Codec form, Progress progress, Filling filling)
            throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' cannot be a key");
        }
        folder.create();
        Path done = folder.active().resolve(key);
        try (Turn _ = Turn.take(folder.keyTurn(key), progress)) {
            if (Files.isDirectory(done)) {
                throw new FileAlreadyExistsException(done.toString());
            }
            draft(
                    key,
                    lowers,
                    form,
                    progress,
                    filling,
                    draft -> Files.move(draft, done, StandardCopyOption.ATOMIC_MOVE));
        }
        return found(key, done, form, lowers);
    }

    private Active found(String key, Path at, Codec form, List<String> lowers) {
        return switch (form) {
            case OVERLAY -> new OverlaySnapshot(key, at, folder.layers(), lowers);
            case JOURNAL -> new JournaledSnapshot(key, at);
        };
    }

    /** Fills a draft and puts it in its place; the caller has the key's turn. */
    private void draft(
            String key,
            List<String> lowers,
            Codec form,
            Progress progress,
            Filling filling,
            Filling placing)
            throws IOException {
        String passing = "active-" + key;
        Path draft = folder.fresh().resolve(passing);
        Removal.of(folder.fresh(), passing);
        try {
            try (Turn _ = Turn.take(folder.turn(), progress)) {
                // From here on nobody removes these layers.
                Files.createDirectory(draft);
                Files.write(draft.resolve("lowers"), lowers);
            }
            Files.writeString(draft.resolve(SnapshotFolder.CODEC), form.word());
            filling.fill(draft);
            try (Turn _ = Turn.take(folder.turn(), progress)) {
                placing.fill(draft);
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

    /**
     * Makes what a writable layer says the unpacked form of the layer that was made of it, so that
     * nobody need unpack that. Nothing is mounted on it any more, and nothing but removing is to be
     * done to it afterwards.
     *
     * @param stack bottom first, the layer that was made of it on top
     */
    public void commit(OverlaySnapshot active, List<Lower> stack, Progress progress)
            throws IOException {
        LayerName name = LayerName.of(stack).getFirst();
        Path done = folder.layers().resolve(name.text());
        if (name.layer() != stack.size() - 1 || Files.isDirectory(done)) {
            return;
        }
        String passing = "layer-" + name.text();
        try (Turn _ = Turn.take(folder.layerTurn(name.text()), progress)) {
            if (Files.isDirectory(done)) {
                return;
            }
            Removal.of(folder.fresh(), passing);
            Path at = Files.createDirectory(folder.fresh().resolve(passing));
            Path files = at.resolve("fs");
            Files.move(active.upper(), files, StandardCopyOption.ATOMIC_MOVE);
            try (LiveDirectory top = LiveDirectory.open(files)) {
                Files.writeString(at.resolve("id"), name.id());
                top.sync();
            }
            Files.move(at, done, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * A writable layer that can be mounted, with all that one says: that one itself, or one that
     * takes its place in one step. A killed program leaves the one or the other. Linux only, for
     * root; nobody may write to it meanwhile.
     *
     * @param stack bottom first
     * @param contents the bytes of the stack's files
     */
    public OverlaySnapshot convert(
            Active active, List<Lower> stack, Contents contents, Progress progress)
            throws IOException {
        if (active instanceof OverlaySnapshot overlay) {
            return overlay;
        }
        String key = active.key();
        List<String> lowers = names(stack);
        Filling overlay = overlay(stack, contents, progress);
        try (Turn _ = Turn.take(folder.keyTurn(key), progress)) {
            draft(
                    key,
                    lowers,
                    Codec.OVERLAY,
                    progress,
                    draft -> {
                        overlay.fill(draft);
                        try (Upper from = active.open();
                                Upper to = OverlayUpper.open(draft)) {
                            new UpperCopy(from, to, progress).run();
                        }
                    },
                    draft -> exchange(draft, active.folder()));
            Removal.of(folder.fresh(), "active-" + key);
        }
        return new OverlaySnapshot(key, active.folder(), folder.layers(), lowers);
    }

    private static void exchange(Path one, Path other) throws IOException {
        try (LiveDirectory of = LiveDirectory.open(Objects.requireNonNull(one.getParent()));
                LiveDirectory to = LiveDirectory.open(Objects.requireNonNull(other.getParent()))) {
            of.exchange(name(one), to, name(other));
            to.sync();
        }
    }

    private static ByteString name(Path path) {
        return ByteString.of(String.valueOf(path.getFileName()));
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
        List<String> lowers = Files.readAllLines(at.resolve("lowers"));
        Path said = at.resolve(SnapshotFolder.CODEC);
        boolean ours = Files.exists(said) && Files.readString(said).equals(Codec.JOURNAL.word());
        return found(key, at, ours ? Codec.JOURNAL : Codec.OVERLAY, lowers);
    }

    /**
     * Makes an active snapshot on a copy of another's upper folder, by reference where the disk
     * can.
     *
     * @throws FileAlreadyExistsException when the key is taken
     */
    public Active fork(String key, Active other, Progress progress) throws IOException {
        return switch (other) {
            case OverlaySnapshot overlay ->
                    make(
                            key,
                            overlay.lowers(),
                            Codec.OVERLAY,
                            progress,
                            draft -> {
                                Files.createDirectory(draft.resolve("work"));
                                Files.createDirectory(draft.resolve("merged"));
                                copy(overlay.folder(), draft, progress);
                            });
            case JournaledSnapshot ours ->
                    make(
                            key,
                            List.of(),
                            Codec.JOURNAL,
                            progress,
                            draft ->
                                    JournaledUpper.copy(
                                            ours.upper(),
                                            draft.resolve(SnapshotFolder.ASIDE),
                                            progress));
        };
    }

    private static void copy(Path snapshot, Path draft, Progress progress) throws IOException {
        for (String part : List.of(SnapshotFolder.UPPER, SnapshotFolder.BASE)) {
            Files.createDirectory(draft.resolve(part));
            try (LiveDirectory from = LiveDirectory.open(snapshot.resolve(part));
                    LiveDirectory to = LiveDirectory.open(draft.resolve(part))) {
                new TreeCopy(from, to, progress).run();
            }
        }
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
