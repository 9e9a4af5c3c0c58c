package dev.stratoscope.model.container;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;
import dev.stratoscope.model.union.UnionFileSystem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.UUID;

/** Writes to the files of a container that does not run, through the union file system. */
final class StillSink implements FileSink {
    private final UnionFileSystem files;

    /** Writes there; closed with this. */
    StillSink(UnionFileSystem files) {
        this.files = files;
    }

    private Path path(ByteString path) {
        return files.getPath(MergedPaths.child(ByteString.of("/"), path));
    }

    @Override
    public ByteString resolve(ByteString path) throws IOException {
        Path whole = path(path).normalize();
        Path real;
        try {
            real = whole.toRealPath();
        } catch (NoSuchFileException e) {
            Path parent = whole.getParent();
            Path name = whole.getFileName();
            if (parent == null || name == null || Files.isSymbolicLink(whole)) {
                throw e;
            }
            real = parent.toRealPath().resolve(name);
        }
        byte[] bytes = UnionFileSystem.bytes(real).toByteArray();
        return ByteString.of(bytes, Math.min(1, bytes.length), bytes.length);
    }

    @Override
    public @Nullable EntryType type(ByteString path) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            path(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isDirectory()
                    ? EntryType.DIRECTORY
                    : found.isSymbolicLink()
                            ? EntryType.SYMLINK
                            : found.isRegularFile() ? EntryType.FILE : EntryType.FIFO;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void makeDirectory(ByteString path, Attributes attributes) throws IOException {
        Files.createDirectory(path(path));
        set(path, attributes);
    }

    @Override
    public void putFile(ByteString path, Attributes attributes, InputStream bytes)
            throws IOException {
        Path passing = path(path).resolveSibling(".stratoscope-" + UUID.randomUUID());
        try {
            Files.copy(bytes, passing);
            set(passing, attributes);
            Files.move(passing, path(path), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(passing);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    @Override
    public void putSpecial(ByteString path, Attributes attributes) throws IOException {
        if (attributes.type() != EntryType.SYMLINK) {
            throw new java.nio.file.FileSystemException(
                    "/" + path, null, "is neither a file nor a folder nor a link");
        }
        Files.deleteIfExists(path(path));
        Files.createSymbolicLink(path(path), files.getPath(attributes.link()));
        set(path, attributes);
    }

    @Override
    public void set(ByteString path, Attributes attributes) throws IOException {
        set(path(path), attributes);
    }

    private static void set(Path at, Attributes attributes) throws IOException {
        LinkOption still = LinkOption.NOFOLLOW_LINKS;
        Files.setAttribute(at, "unix:uid", attributes.uid(), still);
        Files.setAttribute(at, "unix:gid", attributes.gid(), still);
        if (attributes.type() != EntryType.SYMLINK) {
            Files.setAttribute(at, "unix:mode", attributes.mode(), still);
        }
        FileTime time = FileTime.from(attributes.mtime());
        Files.setAttribute(at, "lastModifiedTime", time, still);
    }

    @Override
    public void remove(ByteString path) throws IOException {
        Path at = path(path);
        if (type(path) == EntryType.DIRECTORY) {
            try (var inside = Files.newDirectoryStream(at)) {
                for (Path one : inside) {
                    byte[] bytes = UnionFileSystem.bytes(one).toByteArray();
                    remove(ByteString.of(bytes, 1, bytes.length));
                }
            }
        }
        Files.deleteIfExists(at);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
