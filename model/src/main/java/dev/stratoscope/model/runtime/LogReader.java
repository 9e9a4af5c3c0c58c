package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Reads a container's log from its beginning on, and then what is added. Not for several threads.
 */
public interface LogReader extends Closeable {
    /**
     * The next lines.
     *
     * @param most how many at most
     * @return empty when nothing more is there now
     */
    List<LogLine> next(int most) throws IOException;

    /**
     * What was written after the last end of a line, and is given by no {@link #next} before its
     * line ends. To be asked for when the container has ended.
     *
     * @return null when there is nothing
     */
    @Nullable LogLine rest();

    /**
     * Waits until there is more, or the time is over.
     *
     * @return whether there may be more
     * @throws java.io.InterruptedIOException when interrupted
     */
    boolean await(long millis) throws IOException;
}
