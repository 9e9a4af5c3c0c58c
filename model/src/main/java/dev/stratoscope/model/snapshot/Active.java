package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A writable layer over the layers of an image, in one of two forms. */
public sealed interface Active permits OverlaySnapshot, JournaledSnapshot {
    /** What it is found again by. */
    String key();

    /** Where it lies. */
    Path folder();

    /**
     * It as a writable layer. Only for as long as it is not mounted.
     *
     * @throws IOException when it cannot be opened
     */
    Upper open() throws IOException;

    /**
     * What it says now, in time proportional to it; may be mounted and written to meanwhile.
     *
     * @param before what it said earlier: files that did not change since are not read again; null
     *     reads all
     */
    UpperLayer scan(@Nullable UpperLayer before, Limits limits, Progress progress)
            throws IOException;

    /** Starts watching it. */
    Watch watch() throws IOException;

    /**
     * Tells of writes to a writable layer and does not read all of it again.
     *
     * <p>An overlay's writes are told as the system tells of them; where it has no watches left
     * (fs.inotify.max_user_watches, one a folder), all names are looked at once a second instead,
     * and what a program writes through a memory mapping is told when the file is next touched in
     * another way. A journaled one's are told when its journal grows, which it does with the first
     * bytes that are written to a file and when the file is closed. Not for several threads.
     */
    interface Watch extends Closeable {
        /**
         * Waits until something was written, or the time is over. The first call does not wait.
         *
         * @return whether something was written since the last call
         * @throws java.io.InterruptedIOException when interrupted
         * @throws java.nio.file.NoSuchFileException when it may have been removed
         */
        boolean await(long millis) throws IOException;

        /** What it says now; only what was written since the last call is read. */
        UpperLayer layer(Progress progress) throws IOException;
    }
}
