package dev.stratoscope.model.task;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream on a thread of its own, a few chunks ahead of whoever reads this: what is costly
 * to produce (inflating) and what is costly to use (hashing, indexing) then run side by side. To be
 * closed also after a failure, which stops the thread.
 */
public final class ReadAhead extends InputStream {
    private static final int CHUNK = 1 << 18;
    private static final int DEPTH = 4;
    private static final Chunk NOTHING = new Chunk(new byte[0], 0, null);

    private final InputStream in;
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(DEPTH);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(DEPTH + 1);
    private final Thread reader;

    /** How many chunks there are; a short stream needs one. Only the thread's own. */
    private int made;

    private Chunk current = NOTHING;
    private int at;

    /** Begins to read at once; {@code in} belongs to this from now on. */
    public ReadAhead(InputStream in) {
        this.in = in;
        this.reader = Thread.ofVirtual().name("read-ahead").start(this::run);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == current.length()) {
            next();
        }
        if (current.length() < 0) {
            IOException problem = current.problem();
            if (problem != null) {
                throw problem;
            }
            return -1;
        }
        int got = Math.min(length, current.length() - at);
        System.arraycopy(current.bytes(), at, to, from, got);
        at += got;
        return got;
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        boolean interrupted = false;
        while (true) {
            try {
                reader.join();
                break;
            } catch (InterruptedException e) {
                // The thread ends soon, and the stream is its own until then.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }

    private void next() throws IOException {
        try {
            byte[] used = current.bytes();
            current = NOTHING;
            at = 0;
            if (used.length > 0) {
                free.put(used);
            }
            current = full.take();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private void run() {
        try {
            full.put(readAll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands over chunk after chunk; returns the last, which is the end or what went wrong. */
    private Chunk readAll() throws InterruptedException {
        try {
            while (true) {
                byte[] bytes = take();
                int length = in.readNBytes(bytes, 0, bytes.length);
                if (length > 0) {
                    full.put(new Chunk(bytes, length, null));
                }
                if (length < bytes.length) {
                    return new Chunk(new byte[0], -1, null);
                }
            }
        } catch (IOException e) {
            return new Chunk(new byte[0], -1, e);
        } catch (RuntimeException | Error e) {
            return new Chunk(new byte[0], -1, new IOException(e));
        }
    }

    private byte[] take() throws InterruptedException {
        byte[] used = free.poll();
        if (used == null && made <= DEPTH) {
            made++;
            return new byte[CHUNK];
        }
        return used == null ? free.take() : used;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Chunk(byte[] bytes, int length, @Nullable IOException problem) {}
}
