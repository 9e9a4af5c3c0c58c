package dev.stratoscope.model.container;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A container's files as something that is written to, running or not. Paths are taken literally,
 * without slashes at their ends: no link on the way is followed. Not for several threads.
 */
interface FileSink extends Closeable {
    /**
     * Where a path leads, with links followed inside the container.
     *
     * @throws java.nio.file.NoSuchFileException when a folder on the way is missing
     */
    ByteString resolve(ByteString path) throws IOException;

    /** What is at a path; null when nothing is. */
    @Nullable EntryType type(ByteString path) throws IOException;

    /** Makes a folder. */
    void makeDirectory(ByteString path, Attributes attributes) throws IOException;

    /** Makes a regular file, in place of a file or link that is there. */
    void putFile(ByteString path, Attributes attributes, InputStream bytes) throws IOException;

    /** Makes anything else but a folder and a hard link, in place of a file or link. */
    void putSpecial(ByteString path, Attributes attributes) throws IOException;

    /** Gives what is at a path mode, owner and time. */
    void set(ByteString path, Attributes attributes) throws IOException;

    /** Removes what is at a path, with all below it; nothing when there is nothing. */
    void remove(ByteString path) throws IOException;
}
