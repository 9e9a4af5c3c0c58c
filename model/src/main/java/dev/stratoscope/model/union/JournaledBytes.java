package dev.stratoscope.model.union;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;

/**
 * An open file of a {@link JournaledUpper}. Its time goes into the journal at the first write, so
 * that a killed program leaves a changed file with a changed time, and again at the end.
 */
final class JournaledBytes implements Upper.Bytes {
    private static final int BUFFER = 64 << 10;

    private final JournaledUpper upper;
    private final long number;
    private final @Nullable RandomAccessFile file;
    private boolean open = true;
    private boolean written;
    private boolean told;

    /**
     * @param file null of an empty file that is only read
     */
    JournaledBytes(JournaledUpper upper, long number, @Nullable RandomAccessFile file) {
        this.upper = upper;
        this.number = number;
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file == null ? 0 : file.length();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        if (position >= size() || file == null) {
            return -1;
        }
        byte[] bytes = new byte[Math.min(into.remaining(), BUFFER)];
        file.seek(position);
        int read = file.read(bytes);
        if (read > 0) {
            into.put(bytes, 0, read);
        }
        return read;
    }

    private RandomAccessFile writable() throws IOException {
        if (file == null) {
            throw new NonWritableChannelException();
        }
        upper.touch(number);
        written = true;
        if (!told) {
            told = true;
            upper.tell(number, file.length());
        }
        return file;
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
        RandomAccessFile to = writable();
        byte[] bytes = new byte[Math.min(from.remaining(), BUFFER)];
        to.seek(position);
        while (from.hasRemaining()) {
            int length = Math.min(from.remaining(), bytes.length);
            from.get(bytes, 0, length);
            to.write(bytes, 0, length);
        }
    }

    @Override
    public void resize(long size) throws IOException {
        writable().setLength(size);
    }

    @Override
    public void force() throws IOException {
        tell();
        upper.force();
    }

    private void tell() throws IOException {
        if (written && file != null) {
            written = false;
            upper.tell(number, file.length());
        }
    }

    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        try {
            tell();
        } finally {
            if (file != null) {
                file.close();
            }
            upper.closed(number);
        }
    }
}
