package dev.stratoscope.model.host;

import java.io.IOException;

/** A regular file just made, open for writing. */
public interface NewFile extends Opened {
    /** Writes {@code length} bytes at a place in the file; what lies before it may be a hole. */
    void write(long at, byte[] bytes, int from, int length) throws IOException;

    /** Makes the file that long, with a hole at its end where it was shorter. */
    void truncate(long size) throws IOException;
}
