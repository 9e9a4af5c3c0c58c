package dev.stratoscope.model.build;

import dev.stratoscope.model.image.KeptImage;

import java.time.Instant;

/** What happens in a build, in the order it happens; several steps may be at work at a time. */
public sealed interface BuildEvent {
    /** When. */
    Instant at();

    /** It begins. */
    record Planned(Instant at, BuildPlan plan) implements BuildEvent {}

    /**
     * The context was looked at.
     *
     * @param files how many files COPY and ADD take from it
     * @param bytes their length
     * @param excluded how many paths the ignore file leaves out
     */
    record ContextRead(Instant at, long files, long bytes, long excluded) implements BuildEvent {}

    /** A step begins to work. */
    record Started(Instant at, BuildStep step) implements BuildEvent {}

    /**
     * A step wrote a line.
     *
     * @param error whether to standard error
     * @param text without the line's end; secrets that were given are blotted out
     */
    record Logged(Instant at, BuildStep step, boolean error, String text) implements BuildEvent {}

    /** A step is done, by work or from the cache. */
    record Finished(Instant at, BuildStep step, StepResult result) implements BuildEvent {}

    /** A step failed; other stages finish the step they are in. */
    record Failed(Instant at, BuildStep step, StepFailure failure) implements BuildEvent {}

    /** The image is in the store. */
    record Built(Instant at, KeptImage image) implements BuildEvent {}
}
