package dev.stratoscope.model.union;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** An open file. Safe for several threads, one after another; nothing is mapped or locked. */
final class UnionChannel extends FileChannel {
    private static final int BUFFER = 64 << 10;

    private final UnionPath path;
    private final OpenFlags flags;
    private final Upper.Bytes bytes;
    private final Lock lock;
    private final Consumer<UnionChannel> onClose;
    private long position;

    /**
     * @param lock held during each use of the bytes
     */
    UnionChannel(
            UnionPath path,
            OpenFlags flags,
            Upper.Bytes bytes,
            Lock lock,
            Consumer<UnionChannel> onClose) {
        this.path = path;
        this.flags = flags;
        this.bytes = bytes;
        this.lock = lock;
        this.onClose = onClose;
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Upper.Bytes bytes) throws IOException;
    }

    private <T> T use(Use<T> use) throws IOException {
        // Before locking: who closes holds the channel's own lock and waits for this one.
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw new ClosedByInterruptException();
        }
        lock.lock();
        try {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            return use.of(bytes);
        } catch (IOException e) {
            throw Trouble.of(e, path);
        } finally {
            lock.unlock();
        }
    }

    private <T> T reading(Use<T> use) throws IOException {
        return use(
                open -> {
                    if (!flags.read()) {
                        throw new NonReadableChannelException();
                    }
                    return use.of(open);
                });
    }

    private <T> T writing(Use<T> use) throws IOException {
        return use(
                open -> {
                    if (!flags.write()) {
                        throw new NonWritableChannelException();
                    }
                    T result = use.of(open);
                    if (flags.sync()) {
                        open.force();
                    }
                    return result;
                });
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return reading(
                open -> {
                    int read = read(open, into, position);
                    position += Math.max(0, read);
                    return read;
                });
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        requireNotNegative(from);
        return reading(open -> read(open, into, from));
    }

    private static int read(Upper.Bytes open, ByteBuffer into, long from) throws IOException {
        if (into.isReadOnly()) {
            throw new IllegalArgumentException("the buffer is read-only");
        }
        return into.hasRemaining() ? open.read(into, from) : 0;
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return reading(
                open -> {
                    long total = 0;
                    for (int i = offset; i < offset + length; i++) {
                        while (into[i].hasRemaining()) {
                            int read = read(open, into[i], position);
                            if (read < 0) {
                                return total == 0 ? -1 : total;
                            }
                            position += read;
                            total += read;
                        }
                    }
                    return total;
                });
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return writing(
                open -> {
                    if (flags.append()) {
                        position = open.size();
                    }
                    int length = write(open, from, position);
                    position += length;
                    return length;
                });
    }

    @Override
    public int write(ByteBuffer from, long to) throws IOException {
        requireNotNegative(to);
        return writing(open -> write(open, from, flags.append() ? open.size() : to));
    }

    private static int write(Upper.Bytes open, ByteBuffer from, long to) throws IOException {
        int length = from.remaining();
        if (length > Long.MAX_VALUE - to) {
            throw new IOException("File too large");
        }
        if (length > 0) {
            open.write(from, to);
        }
        return length;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            total += write(from[i]);
        }
        return total;
    }

    @Override
    public long position() throws IOException {
        return use(open -> position);
    }

    @Override
    public FileChannel position(long to) throws IOException {
        requireNotNegative(to);
        return use(
                open -> {
                    position = to;
                    return this;
                });
    }

    @Override
    public long size() throws IOException {
        return use(Upper.Bytes::size);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        requireNotNegative(size);
        return writing(
                open -> {
                    if (size < open.size()) {
                        open.resize(size);
                    }
                    position = Math.min(position, size);
                    return this;
                });
    }

    @Override
    public void force(boolean metadata) throws IOException {
        use(
                open -> {
                    open.force();
                    return this;
                });
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        requireNotNegative(from);
        requireNotNegative(count);
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, count)));
        long done = 0;
        while (done < count) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), count - done));
            if (read(buffer, from + done) <= 0) {
                break;
            }
            buffer.flip();
            int written = target.write(buffer);
            done += written;
            if (buffer.hasRemaining()) {
                break;
            }
        }
        return done;
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) throws IOException {
        requireNotNegative(to);
        requireNotNegative(count);
        if (to > size()) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, count)));
        long done = 0;
        while (done < count) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), count - done));
            if (source.read(buffer) <= 0) {
                break;
            }
            done += write(buffer.flip(), to + done);
        }
        return done;
    }

    private static void requireNotNegative(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException("files in layers are not mapped");
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException("files in layers are not locked");
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        return lock(from, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        lock.lock();
        try {
            bytes.close();
        } catch (IOException e) {
            throw Trouble.of(e, path);
        } finally {
            lock.unlock();
            onClose.accept(this);
        }
    }
}
