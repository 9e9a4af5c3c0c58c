package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What a step made. Immutable.
 *
 * @param cached whether it was made by an earlier build
 * @param image the image so far, by which {@code Builds.image} opens it
 * @param diffId the layer it added; null when it added none
 * @param contentSize docker's SIZE of that layer, in bytes; of a FROM that of the whole base
 * @param took how long it took, for a cached step how long it took when it was made
 * @param miss why it was not taken from the cache; null when it was
 */
public record StepResult(
        boolean cached,
        Descriptor image,
        @Nullable Digest diffId,
        long contentSize,
        Duration took,
        @Nullable Miss miss) {}
