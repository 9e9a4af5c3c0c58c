package dev.stratoscope.model.container;

import dev.stratoscope.model.task.Progress;

import java.io.Closeable;
import java.io.IOException;

/** What a container writes, as it writes. Not for several threads. */
public interface LiveLayer extends Closeable {
    /**
     * What it wrote until now; what did not change since the last call is not read again.
     *
     * @throws NoSuchContainerException when it was removed
     */
    WritableLayer now(Progress progress) throws IOException;

    /**
     * Waits until it writes, or the time is over.
     *
     * @return whether it wrote since the last call of {@link #now}
     * @throws java.io.InterruptedIOException when interrupted
     * @throws NoSuchContainerException when it was removed
     */
    boolean await(long millis) throws IOException;

    /** Whether the container was removed, so that there is nothing more to wait for. */
    boolean isOver();
}
