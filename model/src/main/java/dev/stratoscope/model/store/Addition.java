package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;

import java.io.IOException;
import java.io.OutputStream;

/** What a new image has that the one it is made of has not. */
public interface Addition {
    /** Whether there is one more layer; else only the config is another. */
    boolean hasLayer();

    /**
     * Writes the layer's tar.
     *
     * @param tar left open
     * @return docker's SIZE of the layer: the bytes of files and the lengths of links' targets
     */
    long writeLayer(OutputStream tar) throws IOException;

    /**
     * The bytes of the image's config.
     *
     * @param diffId the digest of the layer's tar; that of no bytes when there is no layer
     */
    byte[] config(Digest diffId) throws IOException;
}
