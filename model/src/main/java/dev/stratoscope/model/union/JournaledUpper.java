package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * <p>The folder has {@code journal}, {@code data} and {@code lock}. One program has it open at a
 * time.
 */
public final class JournaledUpper implements Upper {
    /** From so many steps on, a journal that mostly says what no longer holds is written anew. */
    private static final int WORTHWHILE = 1000;

    private static final int MOSTLY_DEAD = 4;

    /** What a program may do beyond its user's rights, which ends when it is written to. */
    private static final ByteString CAPABILITY = ByteString.of("security.capability");

    private final Clock clock;
    private final FileChannel lock;
    private final DataFolder data;
    private final UpperTree tree = new UpperTree(this::nameless);
    private final Journal journal;
    private final Map<Long, Integer> open = new HashMap<>();
    private final Set<Long> nameless = new HashSet<>();
    private long last;
    private long worthwhile = WORTHWHILE;

    private JournaledUpper(Path folder, Clock clock, FileChannel lock) throws IOException {
        this.clock = clock;
        this.lock = lock;
        this.data = new DataFolder(folder.resolve("data"));
        this.journal = Journal.open(folder.resolve("journal"), this::replay);
        try {
            nameless.clear();
            last = Math.max(last, data.sweep(this::found));
            compact();
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Opens the layer in a folder, or makes an empty one.
     *
     * @param folder made if it is not there
     * @param clock gives files that are written to their times
     * @throws FileSystemException when another program has it open, or it cannot be read
     */
    public static JournaledUpper open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock held = lock.tryLock();
            if (held == null) {
                throw inUse(folder);
            }
            return new JournaledUpper(folder, clock, lock);
        } catch (OverlappingFileLockException e) {
            lock.close();
            throw inUse(folder);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileSystemException inUse(Path folder) {
        return new FileSystemException(folder.toString(), null, "is open elsewhere");
    }

    private void replay(Step step) throws IOException {
        tree.take(step);
        if (step instanceof Step.Make make) {
            last = Math.max(last, make.number());
        }
    }

    private void nameless(long number) {
        nameless.add(number);
    }

    /** Takes note of how long a file is, which a killed program may not have said. */
    private boolean found(long number, long size) {
        UpperTree.Item item = tree.item(number);
        if (item == null || item.attributes == null || !item.is(EntryType.FILE)) {
            return false;
        }
        item.attributes = Revised.size(item.attributes, size);
        return true;
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
        if (journal.records() > worthwhile && journal.records() > MOSTLY_DEAD * tree.size()) {
            try {
                journal.replace(tree::give);
                worthwhile = WORTHWHILE;
            } catch (IOException e) {
                worthwhile = 2 * journal.records();
            }
        }
    }

    @Override
    public @Nullable Said say(ByteString path) throws IOException {
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

    private @Nullable Attributes attributes(UpperTree.Item item) throws IOException {
        Attributes said = item.attributes;
        if (said == null || !open.containsKey(item.number)) {
            return said;
        }
        return Revised.size(said, data.size(item.number));
    }

    @Override
    public List<ByteString> names(ByteString folder) {
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
        take(new Step.Make(last + 1, path, own(attributes), opaque));
        last++;
    }

    /** Without what another codec would say of its own. */
    private static Attributes own(Attributes attributes) {
        if (attributes.xattrs().keySet().stream().noneMatch(Xattrs::isOverlay)) {
            return attributes;
        }
        Map<ByteString, ByteString> kept = new HashMap<>(attributes.xattrs());
        kept.keySet().removeIf(Xattrs::isOverlay);
        return Revised.xattrs(attributes, kept);
    }

    @Override
    public void makeFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        if (attributes.type() != EntryType.FILE) {
            throw new FileSystemException(path.toString(), null, "is another kind of file");
        }
        long number = last + 1;
        tree.check(new Step.Make(number, path, attributes, false));
        data.write(number, bytes);
        Attributes said = Revised.size(own(attributes), data.size(number));
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
        return new JournaledBytes(this, item, file);
    }

    /** Sets a file's time to now, in memory only. */
    void touch(UpperTree.Item item) {
        Attributes said = item.attributes;
        if (said != null) {
            Map<ByteString, ByteString> xattrs = new HashMap<>(said.xattrs());
            xattrs.remove(CAPABILITY);
            item.attributes = Revised.time(Revised.xattrs(said, xattrs), clock.instant());
        }
    }

    /** Takes down what is so far known of a file that is written to. */
    void tell(UpperTree.Item item, long size) throws IOException {
        data.wrote(item.number);
        Attributes said = item.attributes;
        if (said != null && tree.item(item.number) != null) {
            take(new Step.Set(item.number, Revised.size(said, size)));
        }
    }

    void closed(UpperTree.Item item) {
        open.computeIfPresent(item.number, (number, count) -> count == 1 ? null : count - 1);
        removeNameless();
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
        take(new Step.Link(file, name));
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        UpperTree.Item item = tree.find(path);
        if (item == null || item.isWhiteout()) {
            throw new NoSuchFileException(path.toString());
        }
        Attributes before = item.attributes;
        Attributes after = own(before == null ? attributes : attributes.asNameOf(before));
        if (!after.equals(before)) {
            take(new Step.Set(item.number, after));
        }
    }

    @Override
    public void setOpaque(ByteString path, boolean opaque) throws IOException {
        UpperTree.Item item = tree.find(path);
        if (item == null || item.opaque != opaque) {
            take(new Step.Opaque(path, opaque));
        }
    }

    @Override
    public void rename(ByteString from, ByteString to, boolean whiteout) throws IOException {
        take(new Step.Rename(from, to, whiteout));
    }

    @Override
    public void forget(ByteString path) throws IOException {
        if (tree.find(path) != null) {
            take(new Step.Forget(path));
        }
    }

    @Override
    public void whiteout(ByteString path) throws IOException {
        take(new Step.Whiteout(path));
    }

    @Override
    public void close() throws IOException {
        if (!lock.isOpen()) {
            return;
        }
        try (lock;
                journal) {
            force();
        }
    }
}
