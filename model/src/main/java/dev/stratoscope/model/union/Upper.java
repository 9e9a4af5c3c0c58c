package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * One writable layer: what is said there of names, and the bytes of its files. It knows nothing of
 * the layers below it; the file system over both decides what to say.
 *
 * <p>Paths are clean: no slashes at the ends, no dot parts, empty for the root. No call follows a
 * symbolic link on the way. All folders on the way to a name have to be there already. Not for
 * several threads at once; what was written is safely there after {@link #close}, and a killed
 * program leaves every finished call or nothing of it.
 */
public interface Upper extends Closeable {
    /**
     * What it says of one name. Immutable.
     *
     * @param attributes what is there; null for a whiteout: the name is gone, whatever is below
     * @param opaque whether nothing of the folder of that name below counts
     * @param file the same number for all names of one file, and for no other
     */
    record Said(@Nullable Attributes attributes, boolean opaque, long file) {
        /** Whether the name is gone. */
        public boolean isWhiteout() {
            return attributes == null;
        }
    }

    /** What it says of a path; null when nothing, then the layers below count. */
    @Nullable Said say(ByteString path) throws IOException;

    /**
     * The names in a folder that it says something of, whiteouts too, sorted by their bytes; empty
     * when it says nothing of the folder.
     */
    List<ByteString> names(ByteString folder) throws IOException;

    /**
     * Makes a folder, in place of a whiteout if there is one.
     *
     * @param opaque whether what lies below it in the layers is hidden
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    void makeDirectory(ByteString path, Attributes attributes, boolean opaque) throws IOException;

    /**
     * Makes an empty regular file, in place of a whiteout if there is one, and opens it for reading
     * and writing; its time is set when the channel is closed unless it was written to since.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    SeekableByteChannel create(ByteString path, Attributes attributes) throws IOException;

    /**
     * Opens a regular file's bytes.
     *
     * @param write whether they may be changed too
     * @throws java.nio.file.NoSuchFileException when it says of no regular file there
     */
    SeekableByteChannel open(ByteString path, boolean write) throws IOException;

    /**
     * Makes a symbolic link, a named pipe or a device, in place of a whiteout if there is one.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    void makeSpecial(ByteString path, Attributes attributes) throws IOException;

    /**
     * Gives a file that it has one more name, in place of a whiteout if there is one.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    void link(ByteString file, ByteString name) throws IOException;

    /** Sets mode, owner, time and extended attributes of what it has at a path. */
    void set(ByteString path, Attributes attributes) throws IOException;

    /** Hides what lies below a folder that it has, or no longer. */
    void setOpaque(ByteString path, boolean opaque) throws IOException;

    /**
     * Moves what it has at a path, with all below it, over a whiteout, a file or an empty folder.
     * Nothing is said of the old name then.
     */
    void rename(ByteString from, ByteString to) throws IOException;

    /**
     * Says nothing more of a path.
     *
     * @throws java.nio.file.DirectoryNotEmptyException when it is a folder that it says something
     *     of names in
     */
    void forget(ByteString path) throws IOException;

    /**
     * Hides the name, in place of a file or an empty folder that it has there.
     *
     * @throws java.nio.file.DirectoryNotEmptyException as {@link #forget}
     */
    void whiteout(ByteString path) throws IOException;
}
