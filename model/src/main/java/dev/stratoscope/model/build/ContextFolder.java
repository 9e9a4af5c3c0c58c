package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that COPY and ADD read, reached one confined step at a time, so that nothing outside
 * of it is ever read. Pipes, sockets and devices are not in it. Safe for use by many threads.
 */
final class ContextFolder implements Closeable {
    private static final int DEEPEST = 1000;

    private final LiveDirectory root;
    private final IgnoreFile ignore;
    private final ContextHashes hashes;
    private final Set<ByteString> leftOut = ConcurrentHashMap.newKeySet();

    /**
     * Opens it.
     *
     * @param ignore what is not in it
     * @param records the folder of what is remembered of contexts
     * @throws NoSuchFileException when there is no such folder
     */
    ContextFolder(Path folder, IgnoreFile ignore, Path records, Clock clock) throws IOException {
        this.root = LiveDirectory.open(folder);
        this.ignore = ignore;
        HashRecord record = new HashRecord(records, folder.toAbsolutePath().normalize());
        this.hashes = new ContextHashes(this, record, clock);
    }

    /** What is left out of it. */
    IgnoreFile ignore() {
        return ignore;
    }

    /** How many paths were met that are left out; what is below a folder counts with it. */
    long leftOut() {
        return leftOut.size();
    }

    /** Its root. */
    ContextNode root() throws IOException {
        synchronized (root) {
            return new ContextNode(this, ByteString.EMPTY, root.stat(), ByteString.EMPTY, false);
        }
    }

    /** Opens a folder of it; a link on the way is none. */
    LiveDirectory folder(ByteString path) throws IOException {
        List<ByteString> names = MergedPaths.parts(path);
        if (names.size() > DEEPEST) {
            throw new FileSystemException(
                    EntryPath.printable(path), null, "is deeper than " + DEEPEST + " folders");
        }
        LiveDirectory at;
        synchronized (root) {
            at = root.again();
        }
        for (ByteString name : names) {
            try (LiveDirectory above = at) {
                at = above.directory(name);
            } catch (FileSystemException e) {
                throw told(path, e);
            }
        }
        return at;
    }

    /** An error of the disk that says what is wrong with what. */
    static FileSystemException told(ByteString path, FileSystemException e) {
        if (e.getReason() != null) {
            return e;
        }
        String why =
                e instanceof AccessDeniedException
                        ? "may not be read by this user: change its mode or leave it out"
                        : "changed while the context was read; build again";
        FileSystemException told = new FileSystemException(EntryPath.printable(path), null, why);
        told.initCause(e);
        return told;
    }

    List<ContextNode> children(ByteString folder) throws IOException {
        List<ContextNode> children = new ArrayList<>();
        try (LiveDirectory open = folder(folder)) {
            for (ByteString name : open.names()) {
                ContextNode child = node(open, MergedPaths.child(folder, name), name);
                if (child != null) {
                    children.add(child);
                }
            }
        }
        return children;
    }

    @Nullable ContextNode child(ByteString folder, ByteString name) throws IOException {
        try (LiveDirectory open = folder(folder)) {
            return node(open, MergedPaths.child(folder, name), name);
        }
    }

    private @Nullable ContextNode node(LiveDirectory folder, ByteString path, ByteString name)
            throws IOException {
        String text = path.toString();
        boolean out = ignore.excluding(text) != null;
        if (out) {
            leftOut.add(path);
            if (!ignore.mayTakeBelow(text)) {
                return null;
            }
        }
        Stat stat = folder.stat(name);
        if (stat == null || stat.type() == null) {
            return null;
        }
        return switch (stat.type()) {
            case DIRECTORY -> new ContextNode(this, path, stat, ByteString.EMPTY, out);
            case FILE -> out ? null : new ContextNode(this, path, stat, ByteString.EMPTY, false);
            case SYMLINK ->
                    out ? null : new ContextNode(this, path, stat, folder.readLink(name), false);
            default -> null;
        };
    }

    /** Reads all files whose digests are not known, beside each other. */
    void hash(Collection<ContextNode> files, Progress progress) throws IOException {
        hashes.hash(files, progress);
    }

    /** The sha256 of a file's bytes. */
    Digest digest(ContextNode file) throws IOException {
        return hashes.digest(file);
    }

    /**
     * Opens a file's bytes; when they are read whole and are no more what they were when the file
     * was hashed, that is an error.
     */
    InputStream open(ContextNode file, long offset) throws IOException {
        byte[] hashed = offset == 0 ? hashes.take(file) : null;
        if (hashed != null) {
            return new ByteArrayInputStream(hashed);
        }
        FileChannel bytes;
        try (LiveDirectory folder = folder(ContextHashes.above(file))) {
            bytes = folder.file(file.name(), false);
        } catch (FileSystemException e) {
            throw told(file.path(), e);
        }
        bytes.position(offset);
        InputStream in = Channels.newInputStream(bytes);
        return offset > 0
                ? in
                : new UnchangedStream(in, file.stat().size(), digest(file), () -> changed(file));
    }

    static FileSystemException changed(ContextNode file) {
        return new FileSystemException(
                EntryPath.printable(file.path()),
                null,
                "changed while it was copied from the context; build again");
    }

    /** Whether there is something at a path, left out or not. */
    boolean isThere(ByteString path) {
        ByteString above = MergedPaths.parent(path);
        if (above == null) {
            return true;
        }
        List<ByteString> names = MergedPaths.parts(path);
        try (LiveDirectory folder = folder(above)) {
            Stat stat = folder.stat(names.getLast());
            return stat != null && stat.type() != null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
