package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One writable layer: what is said there of names, and the bytes of its files. It knows nothing of
 * the layers below it; the file system over both decides what to say.
 *
 * <p>Paths are clean: no slashes at the ends, no dot parts, empty for the root. No call follows a
 * symbolic link on the way. All folders on the way to a name have to be there already; the root
 * always is, and is never removed, moved or hidden. Not for several threads at once. A killed
 * program leaves every finished call or nothing of it; after {@link #close} what was written
 * survives a loss of power too.
 *
 * <p>A folder counts as empty when there are only whiteouts in it. Making, removing or moving a
 * name may change the time of the folders it is in or not: who calls sets it again. Extended
 * attributes by which a codec says things of its own, such as {@code trusted.overlay.opaque}, are
 * neither told nor taken.
 */
public interface Upper extends Closeable {
    /**
     * What it says of one name. Immutable.
     *
     * @param attributes what is there, with the length of a file as it is now; null for a whiteout:
     *     the name is gone, whatever is below
     * @param opaque whether nothing of the folder of that name below counts
     * @param file the same number for all names of one file, and for no other
     * @param links how many names the file has; 1 of a folder
     */
    record Said(@Nullable Attributes attributes, boolean opaque, long file, long links) {
        /** Whether the name is gone. */
        public boolean isWhiteout() {
            return attributes == null;
        }
    }

    /**
     * The bytes of an open file, which stay readable and writable when its name is moved or
     * removed. Not for several threads at once.
     */
    interface Bytes extends Closeable {
        /** How long the file is. */
        long size() throws IOException;

        /**
         * Reads from a place in the file on.
         *
         * @return how many bytes; -1 at the file's end or beyond
         */
        int read(ByteBuffer into, long position) throws IOException;

        /**
         * Writes all that remains in the buffer from a place in the file on, and sets the file's
         * time to now, at the latest when it is closed; what lies between the end and that place
         * becomes zeros. As Linux does, it takes {@code security.capability} away.
         */
        void write(ByteBuffer from, long position) throws IOException;

        /** Makes the file that long, adding zeros or cutting, and sets its time to now. */
        void resize(long size) throws IOException;

        /** Returns when what was written is on the disk. */
        void force() throws IOException;
    }

    /**
     * What it says of a path; null when nothing, then the layers below count. Of the root it may
     * say nothing until something is {@link #set}.
     */
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
     * Makes a regular file, in place of a whiteout if there is one. The name is there only when all
     * bytes are.
     *
     * @param attributes also of its time; the size counts for nothing
     * @param bytes read to the end and not closed
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    void makeFile(ByteString path, Attributes attributes, InputStream bytes) throws IOException;

    /**
     * Makes a symbolic link, a named pipe or a device, in place of a whiteout if there is one.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     * @throws java.nio.file.FileSystemException when it cannot say such a thing
     */
    void makeSpecial(ByteString path, Attributes attributes) throws IOException;

    /**
     * Opens a regular file's bytes.
     *
     * @param write whether they may be changed too
     * @throws java.nio.file.NoSuchFileException when it says of no regular file there
     */
    Bytes open(ByteString path, boolean write) throws IOException;

    /**
     * Gives something that it has and that is no folder one more name, in place of a whiteout if
     * there is one.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is something else
     */
    void link(ByteString file, ByteString name) throws IOException;

    /** Sets mode, owner, time and extended attributes of what it has at a path. */
    void set(ByteString path, Attributes attributes) throws IOException;

    /** Hides what lies below a folder that it has, or no longer. */
    void setOpaque(ByteString path, boolean opaque) throws IOException;

    /**
     * Moves what it has at a path, with all below it, over nothing, a whiteout, a file or an empty
     * folder. Whether it is opaque moves with it.
     *
     * @param whiteout whether the old name is a whiteout then; otherwise nothing is said of it
     * @throws java.nio.file.DirectoryNotEmptyException when there is a folder that is not empty
     */
    void rename(ByteString from, ByteString to, boolean whiteout) throws IOException;

    /**
     * Says nothing more of a path, and of what an empty folder there hides.
     *
     * @throws java.nio.file.DirectoryNotEmptyException when it is a folder that is not empty
     */
    void forget(ByteString path) throws IOException;

    /**
     * Hides the name, in place of nothing, a file or an empty folder that it has there.
     *
     * @throws java.nio.file.DirectoryNotEmptyException when it is a folder that is not empty
     */
    void whiteout(ByteString path) throws IOException;
}
