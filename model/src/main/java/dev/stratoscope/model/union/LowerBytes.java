package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;

/**
 * A file of the layers below, read wherever one likes: a stream is kept open as long as reading
 * goes forwards.
 */
final class LowerBytes implements Upper.Bytes {
    /** Up to here it is cheaper to read on than to begin anew at the next checkpoint. */
    private static final int NEAR = 128 << 10;

    private final Contents contents;
    private final Entry entry;
    private @Nullable InputStream stream;
    private long reached;

    LowerBytes(Contents contents, Entry entry) {
        this.contents = contents;
        this.entry = entry;
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        if (position >= entry.size()) {
            return -1;
        }
        int wanted = (int) Math.min(into.remaining(), entry.size() - position);
        if (wanted == 0) {
            return 0;
        }
        InputStream from = at(position);
        byte[] bytes = into.hasArray() ? into.array() : new byte[Math.min(wanted, NEAR)];
        int offset = into.hasArray() ? into.arrayOffset() + into.position() : 0;
        int read = from.read(bytes, offset, into.hasArray() ? wanted : bytes.length);
        if (read < 0) {
            throw new EOFException("ends " + (entry.size() - position) + " bytes early");
        }
        reached += read;
        if (into.hasArray()) {
            into.position(into.position() + read);
        } else {
            into.put(bytes, 0, read);
        }
        return read;
    }

    private InputStream at(long position) throws IOException {
        InputStream open = stream;
        if (open != null && position >= reached && position - reached <= NEAR) {
            open.skipNBytes(position - reached);
        } else {
            close();
            open = contents.open(entry, position);
            stream = open;
        }
        reached = position;
        return open;
    }

    @Override
    public void write(ByteBuffer from, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public void resize(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force() {
        // What is never written needs no writing down.
    }

    @Override
    public void close() throws IOException {
        InputStream open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }
}
