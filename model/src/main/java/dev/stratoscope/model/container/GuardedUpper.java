package dev.stratoscope.model.container;

import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A container's writable layer that is changed only while nothing runs in the container: what
 * happens when a mounted upper folder is changed is not defined (the kernel's overlayfs.txt).
 */
final class GuardedUpper implements Upper {
    private final Upper upper;
    private final ContainerHome home;
    private final String id;

    GuardedUpper(Upper upper, ContainerHome home, String id) {
        this.upper = upper;
        this.home = home;
        this.id = id;
    }

    private interface Change {
        void make() throws IOException;
    }

    private void changing(Change change) throws IOException {
        try (Turn _ = home.records().lock(id)) {
            if (home.run(id).state().isLive()) {
                throw new ContainerStateException(
                        home.records().read(id).name(),
                        ContainerState.Status.RUNNING,
                        "runs by now; open its files again");
            }
            change.make();
        }
    }

    @Override
    public @Nullable Said say(ByteString path) throws IOException {
        return upper.say(path);
    }

    @Override
    public List<ByteString> names(ByteString folder) throws IOException {
        return upper.names(folder);
    }

    @Override
    public void makeDirectory(ByteString path, Attributes attributes, boolean opaque)
            throws IOException {
        changing(() -> upper.makeDirectory(path, attributes, opaque));
    }

    @Override
    public void makeFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        changing(() -> upper.makeFile(path, attributes, bytes));
    }

    @Override
    public void makeSpecial(ByteString path, Attributes attributes) throws IOException {
        changing(() -> upper.makeSpecial(path, attributes));
    }

    @Override
    public Bytes open(ByteString path, boolean write) throws IOException {
        Bytes bytes = upper.open(path, write);
        return write ? new GuardedBytes(bytes) : bytes;
    }

    @Override
    public void link(ByteString file, ByteString name) throws IOException {
        changing(() -> upper.link(file, name));
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        changing(() -> upper.set(path, attributes));
    }

    @Override
    public void setOpaque(ByteString path, boolean opaque) throws IOException {
        changing(() -> upper.setOpaque(path, opaque));
    }

    @Override
    public void rename(ByteString from, ByteString to, boolean whiteout) throws IOException {
        changing(() -> upper.rename(from, to, whiteout));
    }

    @Override
    public void forget(ByteString path) throws IOException {
        changing(() -> upper.forget(path));
    }

    @Override
    public void whiteout(ByteString path) throws IOException {
        changing(() -> upper.whiteout(path));
    }

    @Override
    public void close() throws IOException {
        upper.close();
    }

    /** The bytes of a file that may be written to. */
    private final class GuardedBytes implements Bytes {
        private final Bytes bytes;

        GuardedBytes(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return bytes.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            changing(() -> bytes.write(from, position));
        }

        @Override
        public void resize(long size) throws IOException {
            changing(() -> bytes.resize(size));
        }

        @Override
        public void force() throws IOException {
            bytes.force();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
