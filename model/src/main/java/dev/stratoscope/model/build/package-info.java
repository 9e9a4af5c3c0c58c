/**
 * Builds images: instructions to a graph of steps, steps to cache keys, keys to layers, layers to
 * an image in the store.
 *
 * <p>A {@link dev.stratoscope.model.build.BuildPlan} is made of the text alone; only what is found
 * in it may come from the ignore file. A stage is a {@link dev.stratoscope.model.build.StageState}
 * that each step takes to the next: layers, config and history, all of it immutable, so that stages
 * run beside each other and every finished step can be opened as an image. COPY and ADD go from
 * their sources to a tar to a blob and touch no file system; only RUN needs real files, which a
 * {@link dev.stratoscope.model.build.StepRunner} runs in a snapshot.
 *
 * <p>Invariants: nothing outside the context, the secrets that were given and the stages is read.
 * Keys are made of contents, never of times ({@code mtime}); their parts are kept, so that a miss
 * names what differs. Secrets are in no layer, key, log or history. The same input and
 * SOURCE_DATE_EPOCH give the same digest.
 *
 * <p>Decisions of copying, as BuildKit has them where it is not said: what comes from the context
 * belongs to root and has no extended attributes, since those of the machine it lies on would make
 * another image of the same files; pipes, sockets and devices of the context are left out. Owners
 * and attributes of other stages stay. Names of one file stay such within one source. Folders that
 * are there already keep what is said of them only as the target itself; those copied onto them
 * take it over. A folder never takes the place of a file nor a file that of a folder, except in an
 * archive that is unpacked. Layers hold what is written, not the untouched folders above it. A
 * file's digest is remembered once its last change is longer ago than the clock's grain, and
 * whatever was remembered, bytes that are written are checked against it.
 *
 * <p>Of builds that ended there are records, and the documents of what each step came to; layers
 * are the step cache's alone and go when that forgets them, and then a past step says so.
 */
package dev.stratoscope.model.build;
