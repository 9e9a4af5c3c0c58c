package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Says what COPY, ADD and WORKDIR write, without writing it. One for a build; safe for use by many
 * threads.
 */
final class Copying {
    private final BuildHome home;
    private final BuildSpec spec;

    Copying(BuildHome home, BuildSpec spec) {
        this.home = home;
        this.spec = spec;
    }

    /**
     * What a COPY writes.
     *
     * @param copy expanded
     * @param onto the stage so far
     * @param from a stage or image; null is the context
     * @param now the time of what has none of its own
     */
    Copied copy(
            Instruction.Copy copy,
            StageState onto,
            @Nullable Sources from,
            Instant now,
            Progress progress)
            throws IOException {
        throw new UnsupportedOperationException(copy + " " + onto + from + now + progress);
    }

    /** What an ADD writes; the other as of {@link #copy}. */
    Copied add(Instruction.Add add, StageState onto, Instant now, Progress progress)
            throws IOException {
        throw new UnsupportedOperationException(add + " " + onto + now + progress + home + spec);
    }

    /**
     * The folders that a WORKDIR makes; nothing when they are there.
     *
     * @param path absolute
     */
    Copied workdir(String path, StageState onto, Instant now) throws IOException {
        throw new UnsupportedOperationException(path + onto + now);
    }

    /**
     * Makes files that a bind mount of a RUN shows real.
     *
     * @param from a stage or image; null is the context
     * @param source a path in it; empty is its root
     * @param writable whether the command may write to them; the sources stay as they are
     * @param into an empty folder for what has to be copied
     * @return the file or folder to be mounted, and what the step's result depends on
     */
    Shown shown(
            @Nullable Sources from, String source, boolean writable, Path into, Progress progress)
            throws IOException {
        throw new UnsupportedOperationException(source + from + writable + into + progress);
    }

    /** A real file or folder, and a digest of all there is in it. */
    record Shown(Path path, String digest) {}
}
