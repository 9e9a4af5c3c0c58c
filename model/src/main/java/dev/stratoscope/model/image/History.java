package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One step of an image's change-log (image-spec, config.md, "history").
 *
 * @param created when; null where it is not said
 * @param createdBy the command or instruction; empty where it is not said
 * @param author who; empty where it is not said
 * @param comment free words; empty where there are none
 * @param emptyLayer whether the step made no layer
 */
public record History(
        @Nullable Instant created,
        String createdBy,
        String author,
        String comment,
        boolean emptyLayer) {}
