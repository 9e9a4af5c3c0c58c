package dev.stratoscope.model.runtime;

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

    /** Types; waits while the process does not read. */
    void write(byte[] bytes) throws IOException;

    /** Tells it how large its terminal is, each from 1 to 65535. */
    void resize(int columns, int rows) throws IOException;

    /**
     * Waits for its end and tells its exit code.
     *
     * @throws IOException when the program could not be started
     */
    int await() throws IOException;

    /** Hangs up: it gets SIGHUP. May be repeated. */
    @Override
    void close() throws IOException;
}
