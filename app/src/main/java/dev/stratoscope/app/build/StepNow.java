package dev.stratoscope.app.build;

import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.StepFailure;
import dev.stratoscope.model.build.StepResult;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a step. Immutable.
 *
 * @param started when it began to work; null where it did not
 * @param ended when it was done or failed; null where it was not
 * @param result null where it made nothing
 * @param failure null where it did not fail
 * @param forecast why it would run; null where nobody asked, or it would not
 */
record StepNow(
        BuildStep step,
        StepLook look,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable StepResult result,
        @Nullable StepFailure failure,
        @Nullable Miss forecast) {

    /** A step of which nothing is known. */
    static StepNow of(BuildStep step, StepLook look) {
        return new StepNow(step, look, null, null, null, null, null);
    }

    /** The same, looking otherwise. */
    StepNow looking(StepLook other) {
        return new StepNow(step, other, started, ended, result, failure, forecast);
    }

    /** The same, of a step that is written as this one, elsewhere. */
    StepNow of(BuildStep other) {
        return new StepNow(other, look, started, ended, result, failure, forecast);
    }

    StepNow started(Instant at) {
        return new StepNow(step, StepLook.RUNNING, at, null, null, null, null);
    }

    StepNow finished(Instant at, StepResult made) {
        StepLook now = made.cached() ? StepLook.CACHED : StepLook.BUILT;
        return new StepNow(step, now, started, at, made, null, null);
    }

    StepNow failed(Instant at, StepFailure why) {
        return new StepNow(step, StepLook.FAILED, started, at, null, why, null);
    }

    /** How long it worked until a time; zero for one that did not. */
    Duration took(Instant now) {
        Instant from = started;
        Instant to = ended == null ? now : ended;
        return from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /** Why it was not in the cache, or would not be; null where that is not known. */
    @Nullable Miss miss() {
        return result != null ? result.miss() : forecast;
    }

    /** The line it begins on, from 1. */
    int line() {
        return step.range().startLine();
    }
}
