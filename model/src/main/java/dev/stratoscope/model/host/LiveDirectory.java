package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An open folder that is also read, changed and cleared, while programs may work in it. As of
 * {@link Directory}, every step takes one name and follows no link. Linux only.
 */
public interface LiveDirectory extends Directory {
    /** Whether there are such folders on this machine. */
    static boolean isHere() {
        return Abi.HERE != null && !Abi.HERE.isMac();
    }

    /**
     * Opens a folder that the user named.
     *
     * @throws NotSupportedException where the system is not Linux
     * @throws NoSuchFileException when there is none
     * @throws NotDirectoryException when it is something else
     */
    static LiveDirectory open(Path path) throws IOException {
        if (!isHere()) {
            throw new NotSupportedException(path.toString(), "only Linux has such folders");
        }
        return LinuxDirectory.openPath(path);
    }

    @Override
    LiveDirectory directory(ByteString name) throws IOException;

    /** Opens this folder once more. */
    LiveDirectory again() throws IOException;

    /** The names in it, sorted by their bytes, without the dot parts. */
    List<ByteString> names() throws IOException;

    /** What the system says of this folder. */
    Stat stat() throws IOException;

    /** What the system says of what has the name, a link itself; null when nothing has it. */
    @Nullable Stat stat(ByteString name) throws IOException;

    /** The target of a symbolic link. */
    ByteString readLink(ByteString name) throws IOException;

    /** The extended attributes of this folder by name. */
    Map<ByteString, ByteString> xattrs() throws IOException;

    /** The extended attributes of what has the name, a link itself. */
    Map<ByteString, ByteString> xattrs(ByteString name) throws IOException;

    /** Sets an extended attribute of what has the name, a link itself. */
    void xattr(ByteString name, ByteString attribute, ByteString value) throws IOException;

    /** Removes an extended attribute of what has the name, if it has it. */
    void removeXattr(ByteString name, ByteString attribute) throws IOException;

    /** Removes an extended attribute of this folder, if it has it. */
    void removeXattr(ByteString attribute) throws IOException;

    /**
     * Opens the bytes of a regular file. Whatever takes its name meanwhile, nothing else is opened.
     *
     * @param write whether they may be changed too
     * @throws NoSuchFileException when no regular file has the name
     */
    FileChannel file(ByteString name, boolean write) throws IOException;

    /**
     * The stored pieces of a regular file, where the disk tells of holes.
     *
     * @throws NoSuchFileException when no regular file has the name
     */
    List<Entry.Extent> pieces(ByteString name) throws IOException;

    /**
     * Copies the bytes of a regular file into a new one, by reference where the disk can.
     *
     * @throws FileAlreadyExistsException when something has the new name
     */
    void copyFile(ByteString name, LiveDirectory to, ByteString newName) throws IOException;

    /**
     * Moves a thing, a folder with all in it, to another folder of the same disk, over a file or an
     * empty folder that has the name there.
     */
    void move(ByteString name, LiveDirectory to, ByteString newName) throws IOException;

    /** Makes two things of the same disk take each other's place, in one step. */
    void exchange(ByteString name, LiveDirectory other, ByteString otherName) throws IOException;

    /** As {@link #move} of a file over a file or nothing, with a whiteout left in its place. */
    void moveAndHide(ByteString name, LiveDirectory to, ByteString newName) throws IOException;

    /**
     * Removes a folder that is empty.
     *
     * @throws DirectoryNotEmptyException when it is not
     */
    void removeDirectory(ByteString name) throws IOException;

    /** Makes all that was written to the disk of this folder safe. */
    void sync() throws IOException;

    /** A path that means this folder, wherever it is moved, for as long as it is open. */
    Path handle();
}
