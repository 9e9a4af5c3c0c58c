/**
 * Builds images: instructions to a graph of steps, steps to cache keys, keys to layers, layers to
 * an image in the store.
 *
 * <p>A {@link dev.stratoscope.model.build.BuildPlan} is made of the text alone. A stage is a {@link
 * dev.stratoscope.model.build.StageState} that each step takes to the next: layers, config and
 * history, all of it immutable, so that stages run beside each other and every finished step can be
 * opened as an image. COPY and ADD go from their sources to a tar to a blob and touch no file
 * system; only RUN needs real files, which a {@link dev.stratoscope.model.build.StepRunner} runs in
 * a snapshot.
 *
 * <p>Invariants: nothing outside the context, the secrets that were given and the stages is read.
 * Keys are made of contents, never of times ({@code mtime}); their parts are kept, so that a miss
 * names what differs. Secrets are in no layer, key, log or history. The same input and
 * SOURCE_DATE_EPOCH give the same digest.
 */
package dev.stratoscope.model.build;
