package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

/**
 * What one pass over a layer found.
 *
 * @param blob the bytes as stored: their real digest and size, and the media type that fits them
 * @param diffId the real digest of the tar
 * @param index the tar's entries
 * @param checkpoints where the stored bytes can be entered; null where they cannot, or need not be
 */
public record ScannedLayer(
        Descriptor blob, Digest diffId, LayerIndex index, @Nullable Checkpoints checkpoints) {}
