package dev.stratoscope.app.container.terminal;

import java.io.IOException;

/** Where a program's bytes come from. */
@FunctionalInterface
public interface Source {
    /**
     * Waits for bytes.
     *
     * @return how many were read; -1 when there are no more
     */
    int read(byte[] into) throws IOException;
}
