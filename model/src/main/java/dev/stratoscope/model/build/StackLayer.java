package dev.stratoscope.model.build;

import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.tree.LayerIndex;

/**
 * A layer of a stage, in the store. Immutable.
 *
 * @param blob as stored
 * @param diffId the digest of its tar
 * @param index its entries
 * @param stored where its bytes are
 * @param contentSize docker's SIZE, in bytes
 * @param tarSize the length of its tar, in bytes
 */
record StackLayer(
        Descriptor blob,
        Digest diffId,
        LayerIndex index,
        StoredLayer stored,
        long contentSize,
        long tarSize) {
    /** It as the store tells of it. */
    Making.Made made() {
        return new Making.Made(blob, diffId, contentSize, tarSize);
    }
}
