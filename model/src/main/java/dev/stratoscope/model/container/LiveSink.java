package dev.stratoscope.model.container;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.NewFile;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes to the files of a running container, as its processes see them. */
final class LiveSink implements FileSink {
    private static final int BUFFER = 1 << 16;
    private static final int WHILE_MADE = 0600;

    private final LiveFiles files;

    /** Writes there; closed with this. */
    LiveSink(LiveFiles files) {
        this.files = files;
    }

    @Override
    public ByteString resolve(ByteString path) throws IOException {
        try (LiveFiles.Place place = files.resolve(path, true)) {
            return place.path();
        }
    }

    private interface Step<T> {
        T in(LiveDirectory folder, ByteString name) throws IOException;
    }

    /** Goes to the folder of a path, a name at a time, and does something with the last one. */
    private <T> T at(ByteString path, Step<T> step) throws IOException {
        List<ByteString> parts = MergedPaths.parts(path);
        LiveDirectory folder = files.root().again();
        try {
            for (ByteString part : parts.subList(0, Math.max(0, parts.size() - 1))) {
                LiveDirectory next = folder.directory(part);
                folder.close();
                folder = next;
            }
            return step.in(folder, parts.isEmpty() ? ByteString.EMPTY : parts.getLast());
        } finally {
            folder.close();
        }
    }

    @Override
    public @Nullable EntryType type(ByteString path) throws IOException {
        if (path.isEmpty()) {
            return EntryType.DIRECTORY;
        }
        try {
            Stat[] found = new Stat[1];
            boolean there =
                    at(
                            path,
                            (folder, name) -> {
                                Stat stat = folder.stat(name);
                                if (stat != null) {
                                    found[0] = stat;
                                }
                                return stat != null;
                            });
            EntryType type = there ? found[0].type() : null;
            // A socket counts as a file that may be replaced.
            return there && type == null ? EntryType.FIFO : type;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void makeDirectory(ByteString path, Attributes attributes) throws IOException {
        at(
                path,
                (folder, name) -> {
                    folder.makeDirectory(name, attributes.mode() & 0777);
                    set(folder, name, attributes);
                    return true;
                });
    }

    @Override
    public void putFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        at(
                path,
                (folder, name) ->
                        put(
                                folder,
                                name,
                                passing -> {
                                    try (NewFile file = folder.create(passing, WHILE_MADE)) {
                                        copy(bytes, file);
                                        file.chown(attributes.uid(), attributes.gid());
                                        file.chmod(attributes.mode());
                                        for (Map.Entry<ByteString, ByteString> one :
                                                attributes.xattrs().entrySet()) {
                                            file.xattr(one.getKey().toString(), one.getValue());
                                        }
                                        file.touch(
                                                attributes.mtimeSeconds(), attributes.mtimeNanos());
                                    }
                                }));
    }

    @Override
    public void putSpecial(ByteString path, Attributes attributes) throws IOException {
        at(
                path,
                (folder, name) ->
                        put(
                                folder,
                                name,
                                passing -> {
                                    switch (attributes.type()) {
                                        case SYMLINK -> folder.symlink(passing, attributes.link());
                                        case FIFO -> folder.fifo(passing, attributes.mode() & 0777);
                                        default ->
                                                folder.device(
                                                        passing,
                                                        attributes.type(),
                                                        attributes.deviceMajor(),
                                                        attributes.deviceMinor(),
                                                        attributes.mode() & 0777);
                                    }
                                    set(folder, passing, attributes);
                                }));
    }

    private interface Making {
        void make(ByteString passing) throws IOException;
    }

    /** Made aside first, so that a failure leaves what was there. */
    private static boolean put(LiveDirectory folder, ByteString name, Making making)
            throws IOException {
        ByteString passing = ByteString.of(".stratoscope-" + UUID.randomUUID());
        try {
            making.make(passing);
            folder.rename(passing, name);
            return true;
        } catch (IOException | RuntimeException e) {
            try {
                folder.unlink(passing);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    private static void copy(InputStream from, NewFile to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = 0;
        for (int got = from.read(buffer); got >= 0; got = from.read(buffer)) {
            to.write(at, buffer, 0, got);
            at += got;
        }
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        if (path.isEmpty()) {
            LiveDirectory root = files.root();
            root.chown(attributes.uid(), attributes.gid());
            root.chmod(attributes.mode());
            root.touch(attributes.mtimeSeconds(), attributes.mtimeNanos());
            return;
        }
        at(
                path,
                (folder, name) -> {
                    set(folder, name, attributes);
                    return true;
                });
    }

    private static void set(LiveDirectory folder, ByteString name, Attributes attributes)
            throws IOException {
        folder.chown(name, attributes.uid(), attributes.gid());
        if (attributes.type() != EntryType.SYMLINK) {
            folder.chmod(name, attributes.mode());
            for (ByteString old : folder.xattrs(name).keySet()) {
                if (!attributes.xattrs().containsKey(old)) {
                    folder.removeXattr(name, old);
                }
            }
            for (Map.Entry<ByteString, ByteString> one : attributes.xattrs().entrySet()) {
                folder.xattr(name, one.getKey(), one.getValue());
            }
        }
        folder.touch(name, attributes.mtimeSeconds(), attributes.mtimeNanos());
    }

    @Override
    public void remove(ByteString path) throws IOException {
        try {
            at(
                    path,
                    (folder, name) -> {
                        Stat stat = folder.stat(name);
                        if (stat == null) {
                            return false;
                        }
                        if (!stat.isDirectory()) {
                            folder.unlink(name);
                            return true;
                        }
                        try (LiveDirectory inside = folder.directory(name)) {
                            for (ByteString one : inside.names()) {
                                remove(MergedPaths.child(path, one));
                            }
                        }
                        folder.removeDirectory(name);
                        return true;
                    });
        } catch (NoSuchFileException e) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
