package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/**
 * A folder known by its path, for systems without the calls that {@link PosixDirectory} makes.
 * Before each step it is looked at again: it has to be a folder, no link or junction, and the one
 * that was opened where the system gives folders an identity. Between the look and the step
 * somebody may still change it.
 */
final class NioDirectory extends NioOpened implements Directory {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final @Nullable Object identity;

    private NioDirectory(Path path, BasicFileAttributes attributes) {
        super(path);
        this.identity = attributes.fileKey();
    }

    static NioDirectory open(Path path) throws IOException {
        Path real = path.toRealPath();
        return new NioDirectory(real, folder(real));
    }

    /** The attributes of a folder that is no way to elsewhere. */
    private static BasicFileAttributes folder(Path path) throws IOException {
        BasicFileAttributes found =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory() || found.isOther() || found.isSymbolicLink()) {
            throw new NotDirectoryException(path.toString());
        }
        return found;
    }

    @Override
    public Directory directory(ByteString name) throws IOException {
        Path child = child(name);
        return new NioDirectory(child, folder(child));
    }

    @Override
    public void makeDirectory(ByteString name, int mode) throws IOException {
        Path child = child(name);
        Files.createDirectory(child);
        new NioOpened(child).chmodIfPossible(mode);
    }

    @Override
    public NewFile create(ByteString name, int mode) throws IOException {
        Path child = child(name);
        FileChannel made =
                FileChannel.open(
                        child,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS));
        NioFile file = new NioFile(child, made);
        file.chmodIfPossible(mode);
        return file;
    }

    @Override
    public void symlink(ByteString name, ByteString target) throws IOException {
        Path child = child(name);
        if (!target.isUtf8()) {
            throw new UnusableNameException(shown(name), "the target is not UTF-8");
        }
        try {
            Files.createSymbolicLink(child, child.getFileSystem().getPath(target.toString()));
        } catch (InvalidPathException e) {
            throw new UnusableNameException(shown(name), "the target cannot be a path");
        } catch (UnsupportedOperationException e) {
            throw new NotSupportedException(shown(name), "there are no symbolic links");
        }
    }

    @Override
    public void link(ByteString name, Directory from, ByteString file) throws IOException {
        Path child = child(name);
        Path old = ((NioDirectory) from).child(file);
        if (Files.isSymbolicLink(old)) {
            throw new NotSupportedException(shown(name), "links have one name");
        }
        try {
            Files.createLink(child, old);
        } catch (UnsupportedOperationException e) {
            throw new NotSupportedException(shown(name), "there are no hard links");
        } catch (FileSystemException e) {
            if (e.getClass() != FileSystemException.class) {
                throw e;
            }
            // Java does not say which of the reasons it is that have no class of their own; a full
            // disk takes no copy either.
            throw new NotSupportedException(shown(name), String.valueOf(e.getReason()));
        }
    }

    @Override
    public void fifo(ByteString name, int mode) throws IOException {
        throw new NotSupportedException(shown(name), "there are no named pipes");
    }

    @Override
    public void device(ByteString name, EntryType type, long major, long minor, int mode)
            throws IOException {
        throw new NotSupportedException(shown(name), "there are no devices");
    }

    @Override
    public void unlink(ByteString name) throws IOException {
        Path child = child(name);
        refuseFolder(child);
        Files.delete(child);
    }

    @Override
    public void rename(ByteString name, ByteString newName) throws IOException {
        Path from = child(name);
        Path to = child(newName);
        refuseFolder(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseFolder(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new InTheWayException(path.toString(), "a folder is in the way of a file");
        }
    }

    @Override
    public void chmod(ByteString name, int mode) throws IOException {
        new NioOpened(child(name)).chmod(mode);
    }

    @Override
    public void chown(ByteString name, long uid, long gid) throws IOException {
        new NioOpened(child(name)).chown(uid, gid);
    }

    @Override
    public void touch(ByteString name, long seconds, int nanos) throws IOException {
        new NioOpened(child(name)).touch(seconds, nanos);
    }

    @Override
    public String shown(ByteString name) {
        return FileName.shown(Printable.of(path().toString()), name);
    }

    /** The path of a name in this folder, if this is still the folder it was. */
    private Path child(ByteString name) throws IOException {
        String text = FileName.text(name, path().toString());
        if (WINDOWS && FileName.misleadsWindows(text)) {
            throw new UnusableNameException(shown(name), "Windows cannot have such a name");
        }
        if (!Objects.equals(folder(path()).fileKey(), identity)) {
            throw new FileSystemException(path().toString(), null, "was replaced meanwhile");
        }
        try {
            return path().resolve(text);
        } catch (InvalidPathException e) {
            throw new UnusableNameException(shown(name), "cannot be a file's name");
        }
    }
}
