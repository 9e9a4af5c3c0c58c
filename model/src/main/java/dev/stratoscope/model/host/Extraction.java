package dev.stratoscope.model.host;

import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a part of a file system to the machine's own. It merges into folders that are there and
 * replaces files and links; it never follows a link in the destination, never removes a folder, and
 * refuses to go on where a file or link is in the way of a folder or the other way round.
 *
 * <p>In four rounds: folders and all that has no contents; files in the order they are stored in,
 * so that a compressed layer is read once; hard links; and the attributes of folders, the innermost
 * first, since a read-only folder could not be filled.
 */
public final class Extraction {
    private static final int WHILE_FILLED = 0700;

    private final Subtree files;
    private final FileTree tree;
    private final ExtractOptions options;
    private final Progress progress;
    private final Landing landing;
    private final OpenFolders folders;
    private final FileCopy copy;
    private final Tally tally = new Tally();
    private final Marks marks;
    private final List<Stored> stored = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /** Of files whose first name is not extracted, the name that is extracted as the file. */
    private final Map<Integer, Integer> firstNames = new HashMap<>();

    private final BitSet fresh = new BitSet();
    private final BitSet made = new BitSet();

    private Extraction(
            Subtree files,
            Contents contents,
            Landing landing,
            OpenFolders folders,
            ExtractOptions options,
            Progress progress) {
        this.files = files;
        this.tree = files.tree();
        this.landing = landing;
        this.folders = folders;
        this.options = options;
        this.progress = progress.child("Extracting", length(files));
        this.copy = new FileCopy(contents, this.progress);
        this.marks = new Marks(options, tally);
    }

    private record Stored(int node, int layer, long offset) {}

    private record Link(int node, int file) {}

    /**
     * Extracts.
     *
     * @param contents the bytes of the tree's files; asked for in the order they are stored in
     * @param destination a folder, which the top is put into under its own name, or straight when
     *     it is the root; otherwise what the top becomes, in a folder that exists
     * @param progress advanced by the bytes of files
     * @throws InTheWayException when something in the destination may not be replaced
     * @throws FileSystemException when the disk or the system refuses something
     * @throws DigestMismatchException when a file's bytes are no longer those its layer was found
     *     to have; that file is not left behind
     * @throws java.io.InterruptedIOException when cancelled; what is done stays, each file whole
     */
    public static Extracted run(
            Subtree files,
            Contents contents,
            Path destination,
            ExtractOptions options,
            Progress progress)
            throws IOException {
        return run(files, contents, destination, options, progress, Directory::open);
    }

    static Extracted run(
            Subtree files,
            Contents contents,
            Path destination,
            ExtractOptions options,
            Progress progress,
            Landing.Opener opener)
            throws IOException {
        try (Landing landing = Landing.of(destination, files, opener);
                OpenFolders folders = new OpenFolders(landing, files)) {
            return new Extraction(files, contents, landing, folders, options, progress).run();
        }
    }

    /** The bytes of all regular files; -1 when they are more than a number holds. */
    private static long length(Subtree files) {
        long sum = 0;
        for (int i = 0; i < files.size() && sum >= 0; i++) {
            int node = files.node(i);
            sum += files.tree().type(node) == EntryType.FILE ? files.tree().fileSize(node) : 0;
        }
        return Math.max(-1, sum);
    }

    private Extracted run() throws IOException {
        try {
            fill();
        } catch (IOException | RuntimeException e) {
            try {
                finishFolders();
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        finishFolders();
        return tally.result();
    }

    private void fill() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            progress.advance(0);
            int node = files.node(i);
            if (node == files.top() || made.get(tree.parent(node))) {
                begin(node);
            }
        }
        stored.sort(Comparator.comparingInt(Stored::layer).thenComparingLong(Stored::offset));
        for (Stored file : stored) {
            progress.advance(0);
            write(file.node());
        }
        for (Link link : links) {
            progress.advance(0);
            link(link);
        }
    }

    /** Gives the folders that were made what the image says of them, also after a failure. */
    private void finishFolders() throws IOException {
        for (int i = files.size() - 1; i >= 0; i--) {
            int node = files.node(i);
            if (made.get(node) && tree.type(node) == EntryType.DIRECTORY) {
                finish(node);
            }
        }
    }

    /** Makes a node unless its turn comes later. */
    private void begin(int node) throws IOException {
        switch (tree.type(node)) {
            case DIRECTORY -> directory(node);
            case FILE -> later(node);
            case HARDLINK -> {
                int first = tree.linkTarget(node);
                if (!files.contains(first)) {
                    Integer other = firstNames.putIfAbsent(first, node);
                    first = Objects.requireNonNullElse(other, node);
                }
                if (first != node) {
                    links.add(new Link(node, first));
                } else if (tree.entry(node) != null) {
                    later(node);
                } else {
                    special(node, tree.linkTarget(node));
                }
            }
            default -> special(node, node);
        }
    }

    private void later(int node) {
        Entry entry = Objects.requireNonNull(tree.entry(node));
        stored.add(new Stored(node, entry.layer(), entry.offset()));
    }

    private void directory(int node) throws IOException {
        if (node == files.top() && landing.name() == null) {
            made.set(node);
            return;
        }
        ByteString name = landing.nameOf(node, files);
        try {
            folders.parentOf(node).makeDirectory(name, WHILE_FILLED);
            fresh.set(node);
        } catch (FileAlreadyExistsException e) {
            if (isInFresh(node)) {
                skip(node, Extracted.Why.SAME_NAME);
                return;
            }
            folders.of(node);
        } catch (UnusableNameException e) {
            skip(node, Extracted.Why.NAME);
            return;
        }
        made.set(node);
        tally.made(EntryType.DIRECTORY);
    }

    private void write(int node) throws IOException {
        Entry entry = Objects.requireNonNull(tree.entry(node));
        int target = tree.linkTarget(node);
        Attributes attributes = tree.attributes(target < 0 ? node : target);
        put(
                node,
                EntryType.FILE,
                (folder, name) -> {
                    NewFile file = folder.create(name, 0600);
                    try {
                        try (file) {
                            copy.write(entry, file);
                            marks.set(file, attributes, false, folder.shown(name));
                        }
                    } catch (IOException | RuntimeException e) {
                        Placing.undo(folder, name, e);
                        throw e;
                    }
                    tally.wrote(entry.size());
                });
    }

    /**
     * Makes what has no contents.
     *
     * @param said the node that says what it is
     */
    private void special(int node, int said) throws IOException {
        EntryType type = tree.type(said);
        if (type.isDevice() && !options.devices()) {
            skip(node, Extracted.Why.DEVICE);
            return;
        }
        Attributes attributes = tree.attributes(said);
        put(
                node,
                type,
                (folder, name) -> {
                    switch (type) {
                        case SYMLINK -> folder.symlink(name, attributes.link());
                        case FIFO -> folder.fifo(name, WHILE_FILLED);
                        default -> device(folder, name, attributes);
                    }
                    try {
                        marks.set(folder, name, type, attributes);
                    } catch (IOException | RuntimeException e) {
                        Placing.undo(folder, name, e);
                        throw e;
                    }
                });
    }

    private static void device(Directory folder, ByteString name, Attributes attributes)
            throws IOException {
        try {
            folder.device(
                    name,
                    attributes.type(),
                    attributes.deviceMajor(),
                    attributes.deviceMinor(),
                    WHILE_FILLED);
        } catch (AccessDeniedException e) {
            throw new FileSystemException(
                    folder.shown(name), null, "a device cannot be made, which takes privilege");
        }
    }

    /** Gives a file its further name; where the disk cannot, the name gets a file of its own. */
    private void link(Link link) throws IOException {
        boolean refused = false;
        if (made.get(link.file())) {
            ByteString file = landing.nameOf(link.file(), files);
            Directory from = folders.parentOf(link.file());
            try {
                put(
                        link.node(),
                        EntryType.HARDLINK,
                        (folder, name) -> folder.link(name, from, file));
                return;
            } catch (NotSupportedException e) {
                refused = true;
            }
        }
        EntryType type = tree.type(link.file());
        if (tree.entry(link.node()) != null) {
            write(link.node());
        } else if (made.get(link.file())) {
            special(link.node(), link.file());
        } else {
            skip(link.node(), type.isDevice() ? Extracted.Why.DEVICE : Extracted.Why.KIND);
        }
        if (refused && made.get(link.node())) {
            tally.lost(Extracted.Loss.HARD_LINKS);
        }
    }

    private void put(int node, EntryType type, Placing.Making making) throws IOException {
        try {
            Directory folder = folders.parentOf(node);
            if (Placing.put(folder, landing.nameOf(node, files), isInFresh(node), making)) {
                made.set(node);
                tally.made(type);
            } else {
                skip(node, Extracted.Why.SAME_NAME);
            }
        } catch (UnusableNameException e) {
            skip(node, Extracted.Why.NAME);
        } catch (NotSupportedException e) {
            if (type == EntryType.HARDLINK) {
                throw e;
            }
            skip(node, Extracted.Why.KIND);
        }
    }

    private boolean isInFresh(int node) {
        return node != files.top() && fresh.get(tree.parent(node));
    }

    private void skip(int node, Extracted.Why why) {
        tally.skipped(tree.path(node), why);
    }

    /** A folder that was there before keeps its attributes if the user or no layer names it. */
    private void finish(int node) throws IOException {
        boolean isNamed = node != files.top() || landing.name() != null;
        if (isNamed && (fresh.get(node) || !tree.isImplied(node))) {
            Directory folder = folders.of(node);
            marks.set(
                    folder,
                    tree.attributes(node),
                    tree.isImplied(node),
                    folder.shown(ByteString.EMPTY));
        }
    }
}
