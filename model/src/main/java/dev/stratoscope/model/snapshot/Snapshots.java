package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The snapshots below one folder. Safe for use by many threads and processes: what two of them want
 * to unpack at once is unpacked once.
 */
public final class Snapshots {
    private final Path root;

    /** Snapshots below a folder, which is made when it is first needed. */
    public Snapshots(Path root) {
        this.root = root;
    }

    /**
     * Makes an empty writable layer on top of a stack, unpacking those of its layers that are not
     * yet.
     *
     * @param key what it is found again by, a name of a file
     * @param stack bottom first
     * @param contents the bytes of the stack's files
     * @param progress advanced by the bytes of files
     * @throws java.nio.file.FileAlreadyExistsException when the key is taken
     * @throws IOException when the disk is full or refuses; nothing is left behind
     */
    public Active prepare(String key, List<Lower> stack, Contents contents, Progress progress)
            throws IOException {
        throw new UnsupportedOperationException(root + key);
    }

    /**
     * The active snapshot of a key.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    public Active active(String key) throws IOException {
        throw new UnsupportedOperationException(root + key);
    }

    /**
     * Makes an active snapshot on a copy of another's upper folder, by reference where the disk
     * can.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the key is taken
     */
    public Active fork(String key, Active other, Progress progress) throws IOException {
        throw new UnsupportedOperationException(root + key);
    }

    /** Removes an active snapshot; nothing happens when there is none. */
    public void remove(String key) throws IOException {
        throw new UnsupportedOperationException(root + key);
    }

    /**
     * Removes unpacked layers that no active snapshot lies on, active snapshots of other keys, and
     * what killed programs left.
     *
     * @param keys the active snapshots that somebody knows of
     * @return the bytes freed
     */
    public long prune(Set<String> keys) throws IOException {
        throw new UnsupportedOperationException(root.toString() + keys);
    }
}
