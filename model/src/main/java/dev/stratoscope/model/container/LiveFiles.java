package dev.stratoscope.model.container;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The files of a running container as its processes see them, reached from its root by one confined
 * step after another: a link that leads out leads nowhere but to the container's own root. Not for
 * several threads.
 */
final class LiveFiles implements Closeable {
    private static final int MOST_LINKS = 40;
    private static final ByteString ABOVE = ByteString.of("..");

    private final LiveDirectory root;

    private LiveFiles(LiveDirectory root) {
        this.root = root;
    }

    /**
     * Opens the root of a run's first process.
     *
     * @throws NoSuchFileException when it has ended
     */
    static LiveFiles of(Run run) throws IOException {
        Path path = Path.of("/proc/" + run.state().pid() + "/root");
        LiveDirectory root = LiveDirectory.open(path);
        boolean itsOwn = false;
        try {
            // It may have ended and its number be another's by the time that was opened.
            itsOwn = run.isAlive();
        } finally {
            if (!itsOwn) {
                root.close();
            }
        }
        if (!itsOwn) {
            throw new NoSuchFileException(path.toString(), null, "its process has ended");
        }
        return new LiveFiles(root);
    }

    /**
     * Where a path leads. The folders on the way stay open until it is closed.
     *
     * @param folders from the root to the folder of the name
     * @param name empty for the folder itself
     * @param stat null when nothing has the name
     * @param path the way there, without links
     */
    record Place(List<LiveDirectory> folders, ByteString name, @Nullable Stat stat, ByteString path)
            implements Closeable {
        LiveDirectory folder() {
            return folders.getLast();
        }

        boolean isDirectory() {
            return stat != null && stat.isDirectory();
        }

        @Override
        public void close() throws IOException {
            for (LiveDirectory folder : folders) {
                folder.close();
            }
        }
    }

    /**
     * Follows a path.
     *
     * @param last whether a link at its very end is followed too
     * @throws NoSuchFileException when a folder on the way is missing
     */
    Place resolve(ByteString path, boolean last) throws IOException {
        List<LiveDirectory> folders = new ArrayList<>();
        folders.add(root.again());
        try {
            return resolve(path, last, folders);
        } catch (IOException | RuntimeException e) {
            for (LiveDirectory folder : folders) {
                folder.close();
            }
            throw e;
        }
    }

    private static Place resolve(ByteString path, boolean last, List<LiveDirectory> folders)
            throws IOException {
        Deque<ByteString> rest = new ArrayDeque<>(MergedPaths.parts(path));
        ByteString at = ByteString.EMPTY;
        int links = 0;
        while (!rest.isEmpty()) {
            ByteString name = rest.removeFirst();
            if (name.equals(ABOVE)) {
                ByteString above = MergedPaths.parent(at);
                if (above != null) {
                    at = above;
                    folders.removeLast().close();
                }
                continue;
            }
            Stat stat = folders.getLast().stat(name);
            if (stat != null && stat.type() == EntryType.SYMLINK && (last || !rest.isEmpty())) {
                if (++links > MOST_LINKS) {
                    throw new FileSystemLoopException("/" + path);
                }
                ByteString target = folders.getLast().readLink(name);
                MergedPaths.parts(target).reversed().forEach(rest::addFirst);
                if (MergedPaths.isAbsolute(target)) {
                    at = ByteString.EMPTY;
                    while (folders.size() > 1) {
                        folders.removeLast().close();
                    }
                }
                continue;
            }
            at = MergedPaths.child(at, name);
            if (rest.isEmpty()) {
                return new Place(folders, name, stat, at);
            }
            if (stat == null) {
                throw new NoSuchFileException("/" + at);
            }
            folders.add(folders.getLast().directory(name));
        }
        return new Place(folders, ByteString.EMPTY, folders.getLast().stat(), at);
    }

    /**
     * The bytes of a small file, links followed; null when there is none.
     *
     * @param most how many bytes it may have
     */
    byte @Nullable [] read(ByteString path, int most) throws IOException {
        try (Place place = resolve(path, true)) {
            Stat stat = place.stat();
            if (stat == null || stat.type() != EntryType.FILE) {
                return null;
            }
            if (stat.size() > most) {
                throw new FileSystemException(
                        "/" + path, null, "is larger than " + most + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) stat.size());
            try (FileChannel in = place.folder().file(place.name(), false)) {
                while (bytes.hasRemaining() && in.read(bytes) >= 0) {}
            }
            return java.util.Arrays.copyOf(bytes.array(), bytes.position());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Replaces the bytes of a regular file, links followed; its attributes stay. */
    void write(ByteString path, byte[] bytes) throws IOException {
        try (Place place = resolve(path, true)) {
            if (place.stat() == null) {
                throw new NoSuchFileException("/" + path);
            }
            try (FileChannel out = place.folder().file(place.name(), true)) {
                out.truncate(bytes.length);
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest, rest.position());
                }
            }
        }
    }

    /** The root, which stays open. */
    LiveDirectory root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
