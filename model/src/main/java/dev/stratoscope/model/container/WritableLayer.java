package dev.stratoscope.model.container;

import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a container wrote, at one moment, beside its image. Immutable.
 *
 * @param changes the image before, and with the writable layer on top after; the numbers of its
 *     layers are those of the image, and one more for the writable layer
 * @param layer the writable layer by itself
 * @param contents the bytes of the files of both; those of the writable layer may have changed
 *     since
 * @param lastWrite when something was last written, added or removed; null when nothing was
 */
public record WritableLayer(
        Comparison changes, LayerIndex layer, Contents contents, @Nullable Instant lastWrite) {}
