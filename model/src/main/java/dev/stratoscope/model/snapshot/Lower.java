package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

/**
 * One layer of the stack that a snapshot lies on.
 *
 * @param diffId the digest of its tar
 * @param chainId the digest of it on top of those below it (image-spec, config.md, "Layer ChainID")
 * @param index its entries
 */
public record Lower(Digest diffId, Digest chainId, LayerIndex index) {}
