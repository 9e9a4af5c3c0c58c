package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an upper folder said at one moment, as a layer. Immutable; the bytes of its files are those
 * of the folder and may have changed since.
 *
 * @param index its entries, with whiteouts, opaque marks and content digests
 * @param contents the bytes of its files, whatever number of a layer the entries have
 * @param lastWrite when something in it was last written, added or removed; null when it is empty
 */
public record UpperLayer(LayerIndex index, Contents contents, @Nullable Instant lastWrite) {}
