package dev.stratoscope.model.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Passes over bytes that have to be produced to be passed over, as those of a compressed stream.
 */
final class Skipping {
    private static final int BUFFER = 1 << 16;

    private Skipping() {}

    /**
     * Reads and forgets {@code count} bytes.
     *
     * @throws EOFException when there are fewer
     * @throws InterruptedIOException when the thread is interrupted
     */
    static void skip(InputStream in, long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, BUFFER)];
        for (long left = count; left > 0; ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                throw new EOFException("cut short");
            }
            left -= got;
        }
    }
}
