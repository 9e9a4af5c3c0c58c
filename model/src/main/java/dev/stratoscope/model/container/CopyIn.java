package dev.stratoscope.model.container;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;

/**
 * Copies a file or folder of this machine into a container, by the rules of docker's {@code cp}:
 * what is copied belongs to root, links are copied as links.
 */
final class CopyIn extends SimpleFileVisitor<Path> {
    private final FileSink sink;
    private final Path source;
    private final ByteString top;
    private final Progress progress;

    private CopyIn(FileSink sink, Path source, ByteString top, Progress progress) {
        this.sink = sink;
        this.source = source;
        this.top = top;
        this.progress = progress;
    }

    /**
     * Copies.
     *
     * @param target into it when it is a folder, else what the source becomes
     */
    static void run(Path source, String target, FileSink sink, Progress progress)
            throws IOException {
        boolean contents = source.toString().endsWith("/.");
        Path from = source.toAbsolutePath().normalize();
        boolean folder = Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS);
        if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(source.toString());
        }
        ByteString meant = sink.resolve(ByteString.of(target));
        EntryType there = sink.type(meant);
        Path name = from.getFileName();
        if (there == EntryType.DIRECTORY && !contents && name != null) {
            meant = MergedPaths.child(meant, ByteString.of(name.toString()));
        } else if (there != null && there != EntryType.DIRECTORY && folder) {
            throw new FileAlreadyExistsException(target, null, "a file is in the way of a folder");
        } else if (there == null && target.endsWith("/") && !folder) {
            throw new NoSuchFileException(target, null, "there is no such folder");
        }
        ByteString above = MergedPaths.parent(meant);
        if (above != null && sink.type(above) != EntryType.DIRECTORY) {
            throw new NoSuchFileException("/" + above, null, "there is no such folder");
        }
        Files.walkFileTree(from, new CopyIn(sink, from, meant, progress));
    }

    private ByteString place(Path file) {
        ByteString at = top;
        Path below = source.relativize(file);
        for (Path part : below) {
            if (!part.toString().isEmpty()) {
                at = MergedPaths.child(at, ByteString.of(part.toString()));
            }
        }
        return at;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found)
            throws IOException {
        progress.advance(0);
        ByteString at = place(folder);
        EntryType there = sink.type(at);
        if (there != null && there != EntryType.DIRECTORY) {
            throw new FileAlreadyExistsException(
                    "/" + at, null, "a file is in the way of a folder");
        }
        if (there == null) {
            sink.makeDirectory(at, attributes(folder, EntryType.DIRECTORY, found));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
        progress.advance(0);
        ByteString at = place(file);
        if (sink.type(at) == EntryType.DIRECTORY) {
            throw new FileAlreadyExistsException(
                    "/" + at, null, "a folder is in the way of a file");
        }
        if (found.isSymbolicLink()) {
            sink.putSpecial(at, attributes(file, EntryType.SYMLINK, found));
        } else if (found.isRegularFile()) {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                sink.putFile(at, attributes(file, EntryType.FILE, found), in);
            }
            progress.advance(found.size());
        } else {
            throw new FileSystemException(
                    file.toString(), null, "is neither a file nor a folder nor a link");
        }
        return FileVisitResult.CONTINUE;
    }

    private static Attributes attributes(Path file, EntryType type, BasicFileAttributes found)
            throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        int mode =
                posix
                        ? (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS)
                                & 07777
                        : type == EntryType.DIRECTORY ? 0755 : 0644;
        Instant time = found.lastModifiedTime().toInstant();
        ByteString link =
                type == EntryType.SYMLINK
                        ? ByteString.of(Files.readSymbolicLink(file).toString())
                        : ByteString.EMPTY;
        return new Attributes(
                type,
                mode,
                0,
                0,
                ByteString.EMPTY,
                ByteString.EMPTY,
                type == EntryType.FILE ? found.size() : 0,
                time.getEpochSecond(),
                time.getNano(),
                link,
                0,
                0,
                Map.of());
    }
}
