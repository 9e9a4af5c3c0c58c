package dev.stratoscope.model.union;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A writable layer that needs no privilege and no particular system: what it says is kept aside in
 * a journal, and the bytes of its files in files of their own named by numbers. Owners, modes,
 * devices and extended attributes are what was said, whatever the disk could hold of them.
 *
 * <p>The folder has {@code journal}, {@code data} and {@code lock}. Any number of programs may have
 * it open: each change is made alone, and all see it.
 */
public final class JournaledUpper implements Upper {
    /** The file in its folder that grows, or is another one, whenever anything is said. */
    public static final String JOURNAL = "journal";

    /** From so many steps on, a journal that mostly says what no longer holds is written anew. */
    private static final int WORTHWHILE = 1000;

    private static final int MOSTLY_DEAD = 4;

    /** What a program may do beyond its user's rights, which ends when it is written to. */
    private static final ByteString CAPABILITY = ByteString.of("security.capability");

    private final Path folder;
    private final Clock clock;
    private final DataFolder data;
    private final Journal journal;
    private final Map<Long, Integer> open = new HashMap<>();
    private final Set<Long> nameless = new HashSet<>();
    private UpperTree tree = new UpperTree(nameless::add);
    private long last;
    private long worthwhile = WORTHWHILE;
    private boolean closed;

    private JournaledUpper(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.data = new DataFolder(folder.resolve("data"));
        this.journal = Journal.open(folder.resolve(JOURNAL));
    }

    /**
     * Opens the layer in a folder, or makes an empty one.
     *
     * @param folder made if it is not there
     * @param clock gives files that are written to their times
     * @throws FileSystemException when it cannot be read
     */
    public static JournaledUpper open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        try (Turn _ = turn(folder)) {
            JournaledUpper upper = new JournaledUpper(folder, clock);
            try {
                upper.readOn();
                upper.journal.cut();
                upper.last = Math.max(upper.last, upper.data.sweep(upper::isKnown));
                upper.nameless.clear();
                upper.compact();
            } catch (IOException | RuntimeException e) {
                upper.journal.close();
                throw e;
            }
            return upper;
        }
    }

    /** Others hold it for one change only; who is interrupted still has to say what was done. */
    private static Turn turn(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return Turn.take(folder.resolve("lock"), Progress.NONE);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Copies a layer that others may have open, as it is between two changes.
     *
     * @param to a folder that is made
     */
    public static void copy(Path from, Path to, Progress progress) throws IOException {
        Files.createDirectories(to);
        try (Turn _ = turn(from)) {
            Files.copy(from.resolve(JOURNAL), to.resolve(JOURNAL));
            DataFolder.copy(from.resolve("data"), to.resolve("data"), progress);
        }
    }

    /** Reads what others said since; without the turn, what is said just now may be missed. */
    private void readOn() throws IOException {
        journal.read(
                this::replay,
                () -> {
                    nameless.clear();
                    tree = new UpperTree(nameless::add);
                });
    }

    private void replay(Step step) throws IOException {
        tree.take(step);
        switch (step) {
            case Step.Make make -> last = Math.max(last, make.number());
            case Step.Set set -> last = Math.max(last, set.number());
            default -> {}
        }
    }

    private boolean isKnown(long number) {
        UpperTree.Item item = tree.item(number);
        return item != null && item.is(EntryType.FILE);
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Makes a change while nobody else does. */
    private void alone(Change change) throws IOException {
        // Where the layer is gone, nothing may be made in its place.
        readOn();
        try (Turn _ = turn(folder)) {
            readOn();
            journal.cut();
            change.make();
        }
    }

    /** Takes a step in the journal and then in memory. */
    private void take(Step step) throws IOException {
        tree.check(step);
        journal.append(step);
        tree.take(step);
        removeNameless();
        compact();
    }

    /** What cannot be removed now is when the folder is next opened. */
    private void removeNameless() {
        for (long number : List.copyOf(nameless)) {
            if (!open.containsKey(number)) {
                nameless.remove(number);
                try {
                    data.remove(number);
                } catch (IOException e) {
                    nameless.add(number);
                }
            }
        }
    }

    /** What was done is in the journal as it is; without a shorter one nothing is lost. */
    private void compact() {
        if (last > UpperTree.ROOT
                && journal.records() > worthwhile
                && journal.records() > MOSTLY_DEAD * tree.size()) {
            try {
                journal.replace(
                        to -> {
                            // Of nothing; it tells which numbers were used, for none is used again.
                            to.take(new Step.Set(last, Attributes.IMPLIED_DIRECTORY));
                            tree.give(to);
                        });
                worthwhile = WORTHWHILE;
            } catch (IOException e) {
                worthwhile = 2 * journal.records();
            }
        }
    }

    @Override
    public @Nullable Said say(ByteString path) throws IOException {
        readOn();
        UpperTree.Item item = tree.find(path);
        if (item == null || (item.attributes == null && !item.isWhiteout())) {
            return null;
        }
        return new Said(
                attributes(item),
                item.opaque,
                item.number,
                item.isDirectory() || item.isWhiteout() ? 1 : item.links);
    }

    /** As they were said, but for the length, which another program may just be changing. */
    private @Nullable Attributes attributes(UpperTree.Item item) throws IOException {
        Attributes said = item.attributes;
        return said != null && item.is(EntryType.FILE) && data.has(item.number)
                ? Revised.size(said, data.size(item.number))
                : said;
    }

    @Override
    public List<ByteString> names(ByteString folder) throws IOException {
        readOn();
        UpperTree.Item item = tree.find(folder);
        return item == null ? List.of() : List.copyOf(item.children.keySet());
    }

    @Override
    public void makeDirectory(ByteString path, Attributes attributes, boolean opaque)
            throws IOException {
        make(path, attributes, EntryType.DIRECTORY, opaque);
    }

    @Override
    public void makeSpecial(ByteString path, Attributes attributes) throws IOException {
        make(path, attributes, attributes.type(), false);
    }

    private void make(ByteString path, Attributes attributes, EntryType type, boolean opaque)
            throws IOException {
        if (attributes.type() != type || !StepCodec.isKept(type)) {
            throw new FileSystemException(path.toString(), null, "is another kind of file");
        }
        alone(
                () -> {
                    take(new Step.Make(last + 1, path, Xattrs.own(attributes), opaque));
                    last++;
                });
    }

    @Override
    public void makeFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        if (attributes.type() != EntryType.FILE) {
            throw new FileSystemException(path.toString(), null, "is another kind of file");
        }
        alone(() -> makeAlone(path, attributes, bytes));
    }

    private void makeAlone(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        long number = last + 1;
        tree.check(new Step.Make(number, path, attributes, false));
        data.write(number, bytes);
        Attributes said = Revised.size(Xattrs.own(attributes), data.size(number));
        try {
            take(new Step.Make(number, path, said, false));
        } catch (IOException e) {
            data.remove(number);
            throw e;
        }
        last = number;
    }

    @Override
    public Bytes open(ByteString path, boolean write) throws IOException {
        readOn();
        UpperTree.Item item = tree.find(path);
        if (item == null || item.attributes == null || !item.is(EntryType.FILE)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!data.has(item.number) && item.attributes.size() > 0) {
            throw new FileSystemException(path.toString(), null, "its bytes are lost");
        }
        RandomAccessFile file =
                write || data.has(item.number) ? data.open(item.number, write) : null;
        open.merge(item.number, 1, Integer::sum);
        return new JournaledBytes(this, item.number, file);
    }

    /** Sets a file's time to now, in memory only. */
    void touch(long number) {
        UpperTree.Item item = tree.item(number);
        Attributes said = item == null ? null : item.attributes;
        if (item != null && said != null) {
            Map<ByteString, ByteString> xattrs = new HashMap<>(said.xattrs());
            xattrs.remove(CAPABILITY);
            item.attributes = Revised.time(Revised.xattrs(said, xattrs), clock.instant());
        }
    }

    /** Takes down what is so far known of a file that is written to. */
    void tell(long number, long size) throws IOException {
        data.wrote(number);
        alone(
                () -> {
                    UpperTree.Item item = tree.item(number);
                    Attributes said = item == null ? null : item.attributes;
                    if (said != null) {
                        take(new Step.Set(number, Revised.size(said, size)));
                    }
                });
    }

    void closed(long number) {
        open.computeIfPresent(number, (_, count) -> count == 1 ? null : count - 1);
        removeNameless();
    }

    /** When it last said something. */
    FileTime said() throws IOException {
        return Files.getLastModifiedTime(folder.resolve(JOURNAL));
    }

    /** Returns when all that was said and written is on the disk. */
    void force() throws IOException {
        if (!journal.isUnsafe() && data.isSafe()) {
            return;
        }
        data.force();
        journal.force();
    }

    @Override
    public void link(ByteString file, ByteString name) throws IOException {
        alone(() -> take(new Step.Link(file, name)));
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        alone(
                () -> {
                    UpperTree.Item item = tree.find(path);
                    if (item == null || item.isWhiteout()) {
                        throw new NoSuchFileException(path.toString());
                    }
                    Attributes before = item.attributes;
                    Attributes after =
                            Xattrs.own(before == null ? attributes : attributes.asNameOf(before));
                    if (!after.equals(before)) {
                        take(new Step.Set(item.number, after));
                    }
                });
    }

    @Override
    public void setOpaque(ByteString path, boolean opaque) throws IOException {
        alone(
                () -> {
                    UpperTree.Item item = tree.find(path);
                    if (item == null || item.opaque != opaque) {
                        take(new Step.Opaque(path, opaque));
                    }
                });
    }

    @Override
    public void rename(ByteString from, ByteString to, boolean whiteout) throws IOException {
        alone(() -> take(new Step.Rename(from, to, whiteout)));
    }

    @Override
    public void forget(ByteString path) throws IOException {
        alone(
                () -> {
                    if (tree.find(path) != null) {
                        take(new Step.Forget(path));
                    }
                });
    }

    @Override
    public void whiteout(ByteString path) throws IOException {
        alone(() -> take(new Step.Whiteout(path)));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (journal) {
            force();
        }
    }
}
