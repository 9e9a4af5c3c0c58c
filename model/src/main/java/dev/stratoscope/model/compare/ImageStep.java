package dev.stratoscope.model.compare;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

/**
 * A step of an image's history as far as it tells which step of another image it belongs to.
 *
 * @param layer the layer the step made, from 0 at the bottom; -1 when it made none
 * @param createdBy the command or instruction as the config has it; may be empty
 * @param diffId the digest of the layer's tar; null when it made none
 * @param chainId the name of the stack that ends with the layer; null when it made none
 * @param index the layer's entries; null when it made none, or it was not read
 */
public record ImageStep(
        int layer,
        String createdBy,
        @Nullable Digest diffId,
        @Nullable Digest chainId,
        @Nullable LayerIndex index) {}
