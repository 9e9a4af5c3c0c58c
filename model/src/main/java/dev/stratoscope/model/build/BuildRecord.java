package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A build that ended. Immutable.
 *
 * @param id by which it is found again
 * @param started when it began
 * @param took how long it took
 * @param context the context's folder; empty where there was none
 * @param file the Dockerfile
 * @param text its text then
 * @param tags the names that were given
 * @param image the image's id; null when it failed or was cancelled
 * @param reason why there is no image, one line; null when there is
 * @param steps those that were needed, in the order of the text
 */
public record BuildRecord(
        String id,
        Instant started,
        Duration took,
        String context,
        String file,
        String text,
        List<String> tags,
        @Nullable Digest image,
        @Nullable String reason,
        List<Step> steps) {
    /** Copies the lists. */
    public BuildRecord {
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
    }

    /**
     * What became of a step.
     *
     * @param line where its instruction begins
     * @param text the instruction
     * @param outcome {@code cached}, {@code built}, {@code failed} or {@code not-reached}
     * @param took how long it worked
     * @param contentSize of its layer, in bytes
     * @param diffId its layer; null where it has none
     * @param image the image so far, by which {@code Builds.image} opens it while its layers are in
     *     the cache; null where the step was not done
     */
    public record Step(
            int line,
            String text,
            String outcome,
            Duration took,
            long contentSize,
            @Nullable Digest diffId,
            @Nullable Descriptor image) {}
}
