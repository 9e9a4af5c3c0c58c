package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

/**
 * What one layer did to a path.
 *
 * @param layer from 0 at the bottom
 * @param kind how the path differs from what the layers below show; unchanged where the layer ships
 *     it once more as it was
 * @param brought what the layer's entry says, of a hard link the link's own; null for a deleted
 *     path
 * @param size the length in bytes of the regular file it brought, under whatever name; 0 for all
 *     else
 * @param hiding why what the layers below had at the path is gone. Never null for a deleted path;
 *     for another it is not null when the layer removed the path and brought it anew
 */
public record Touch(
        int layer, Kind kind, @Nullable Attributes brought, long size, @Nullable Hiding hiding) {
    /** Whether the path is gone from this layer on. */
    public boolean isRemoval() {
        return kind == Kind.DELETED;
    }
}
