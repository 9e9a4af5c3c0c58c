package dev.stratoscope.model.container;

import java.io.Closeable;
import java.io.IOException;

/** A process in a container with a terminal of its own. Safe for use by many threads. */
public interface TerminalProcess extends Closeable {
    /**
     * Waits for what it writes.
     *
     * @return how many bytes were read; -1 when it has ended
     * @throws java.io.InterruptedIOException when interrupted
     */
    int read(byte[] into) throws IOException;

    /** Types. */
    void write(byte[] bytes) throws IOException;

    /** Tells it how large its terminal is. */
    void resize(int columns, int rows) throws IOException;

    /** Waits for its end and tells its exit code. */
    int await() throws IOException;

    /** Hangs up, as closing a terminal does. */
    @Override
    void close() throws IOException;
}
