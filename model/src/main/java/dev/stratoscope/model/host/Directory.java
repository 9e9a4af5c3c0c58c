package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * An open folder and what can be made in it, one name at a time. Names are bytes; one that is
 * empty, a dot part, or has a slash or a NUL in it is an {@link UnusableNameException}, like all
 * that the disk cannot hold. No call follows a symbolic link. Not for several threads.
 */
public interface Directory extends Opened {
    /**
     * Opens a folder that the user named; the only place where a path is used and links count.
     *
     * @throws NoSuchFileException when there is none
     * @throws NotDirectoryException when it is something else
     */
    static Directory open(Path path) throws IOException {
        return Abi.HERE != null ? PosixDirectory.open(path) : NioDirectory.open(path);
    }

    /**
     * Opens the folder of that name.
     *
     * @throws NoSuchFileException when nothing has the name
     * @throws NotDirectoryException when a file or a link has the name, also a link to a folder
     */
    Directory directory(ByteString name) throws IOException;

    /**
     * Makes a folder.
     *
     * @throws FileAlreadyExistsException when something has the name
     */
    void makeDirectory(ByteString name, int mode) throws IOException;

    /**
     * Makes an empty regular file and opens it.
     *
     * @throws FileAlreadyExistsException when something has the name, also a link to nowhere
     */
    NewFile create(ByteString name, int mode) throws IOException;

    /**
     * Makes a symbolic link; its target is text and not looked at.
     *
     * @throws FileAlreadyExistsException when something has the name
     */
    void symlink(ByteString name, ByteString target) throws IOException;

    /**
     * Gives a file another name. Of a symbolic link the link itself gets it.
     *
     * @param from the folder the file is in
     * @param file the file's name there
     * @throws FileAlreadyExistsException when something has the name
     * @throws NotSupportedException when the disk has no hard links, the file is on another one, or
     *     it has as many names as it may
     */
    void link(ByteString name, Directory from, ByteString file) throws IOException;

    /**
     * Makes a named pipe.
     *
     * @throws FileAlreadyExistsException when something has the name
     */
    void fifo(ByteString name, int mode) throws IOException;

    /**
     * Makes a device, which takes privilege.
     *
     * @param type a character or block device
     * @throws FileAlreadyExistsException when something has the name
     */
    void device(ByteString name, EntryType type, long major, long minor, int mode)
            throws IOException;

    /** Removes whatever has the name, but no folder. */
    void unlink(ByteString name) throws IOException;

    /**
     * Gives a thing of this folder another name in it, in the place of a file or link that has it;
     * two names of one file may both stay.
     *
     * @throws InTheWayException when a folder has the name
     */
    void rename(ByteString name, ByteString newName) throws IOException;

    /** Sets the permission bits of what has the name. */
    void chmod(ByteString name, int mode) throws IOException;

    /** Sets the owner of what has the name, as {@link Opened#chown}. */
    void chown(ByteString name, long uid, long gid) throws IOException;

    /** Sets the time of what has the name, as {@link Opened#touch}. */
    void touch(ByteString name, long seconds, int nanos) throws IOException;

    /** The path of a name in this folder, fit to be shown. */
    String shown(ByteString name);
}
