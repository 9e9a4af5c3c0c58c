package dev.stratoscope.model.tree;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The port to the bytes of regular files, wherever they are. Safe for use by many threads. */
@FunctionalInterface
public interface Contents {
    /**
     * Opens a file's bytes.
     *
     * @param entry a file of the image that this belongs to
     * @param offset where to begin, 0 to {@code entry.size()}
     * @return the bytes from there to the file's end; the caller closes it
     * @throws IOException when the layer cannot be read
     */
    InputStream open(Entry entry, long offset) throws IOException;

    /**
     * The same bytes for whoever opens files in the order of their layers' tars, one at a time: a
     * compressed layer is then read once for all, not once for each. Any order works.
     */
    default Forward forward() {
        return new Forward() {
            @Override
            public InputStream open(Entry entry, long offset) throws IOException {
                return Contents.this.open(entry, offset);
            }

            @Override
            public void close() {}
        };
    }

    /** Contents for one thread, to be closed. */
    interface Forward extends Contents, Closeable {}
}
