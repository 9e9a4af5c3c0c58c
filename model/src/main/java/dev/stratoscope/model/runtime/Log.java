package dev.stratoscope.model.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Reads what a container wrote, from the beginning on, and then what is added. */
public interface Log extends Closeable {
    /**
     * The next lines.
     *
     * @param most how many at most
     * @return empty when nothing more is there now
     */
    List<LogRecord> next(int most) throws IOException;

    /**
     * Waits until there is more, or the time is over.
     *
     * @return whether there may be more
     * @throws java.io.InterruptedIOException when interrupted
     */
    boolean await(long millis) throws IOException;
}
