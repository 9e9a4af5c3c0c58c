package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.LayerBlob;
import dev.stratoscope.model.image.Digest;

import java.io.IOException;

/** What a new image has that the one it is made of has not. */
public interface Addition {
    /** Whether there is one more layer; else only the config is another. */
    boolean hasLayer();

    /** Writes the layer. */
    void writeLayer(LayerBlob layer) throws IOException;

    /**
     * The bytes of the image's config.
     *
     * @param diffId the digest of the layer's tar; that of no bytes when there is no layer
     */
    byte[] config(Digest diffId) throws IOException;
}
