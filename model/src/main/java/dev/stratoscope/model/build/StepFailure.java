package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

/**
 * Why a step failed. Immutable.
 *
 * @param exitCode of a RUN's command; -1 when the step is none or it could not be started
 * @param reason one line
 * @param state what {@code Builds.state} finds the files of that moment by; null when there are
 *     none beyond the step's parent
 */
public record StepFailure(int exitCode, String reason, @Nullable String state) {}
