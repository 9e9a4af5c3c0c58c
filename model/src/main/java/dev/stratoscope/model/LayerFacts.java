package dev.stratoscope.model;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

/**
 * A layer that was read and whose claims hold.
 *
 * @param number its place, from 0 at the bottom
 * @param blob the bytes as stored: real digest, size and media type
 * @param diffId the digest of its tar
 * @param chainId the name of the stack that ends with it
 * @param index its entries
 */
public record LayerFacts(
        int number, Descriptor blob, Digest diffId, Digest chainId, LayerIndex index) {

    @Override
    public LayerIndex index() {
        return index.sound();
    }

    /** The number of entries in the tar, whiteouts included. */
    public int entries() {
        return index.entries();
    }

    /** The length of the tar in bytes. */
    public long tarSize() {
        return index.tarSize();
    }

    /** Docker's SIZE of the layer in bytes: regular files plus the lengths of symlink targets. */
    public long contentSize() {
        return index.contentSize();
    }
}
