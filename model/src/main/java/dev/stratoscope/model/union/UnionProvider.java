package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of one file system; each has its own provider, so that copying between two works. */
final class UnionProvider extends FileSystemProvider {
    static final String SCHEME = "stratoscope";

    private static final int EXECUTE = 0111;

    private final UnionFileSystem system;

    UnionProvider(UnionFileSystem system) {
        this.system = system;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public UnionFileSystem newFileSystem(URI uri, Map<String, ?> options) {
        throw new UnsupportedOperationException("layers are not opened by a URI");
    }

    @Override
    public UnionFileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        if (!SCHEME.equals(uri.getScheme()) || uri.getPath() == null) {
            throw new IllegalArgumentException("not a path here: " + uri);
        }
        return system.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        UnionPath file = UnionPath.of(path);
        OpenFlags flags = OpenFlags.of(options);
        int mode = FirstMode.of(EntryType.FILE, attributes);
        return system.locked(
                (in, out) -> new Opening(system, in, out).open(file, flags, mode), file);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
        UnionPath folder = UnionPath.of(path);
        List<ByteString> names =
                system.locked(
                        (in, out) -> {
                            Node node = Walk.to(in, folder, true).node();
                            if (node == null) {
                                node = UnionFileSystem.existing(in, folder, true);
                            }
                            if (!in.isDirectory(node)) {
                                throw new NotDirectoryException(folder.toString());
                            }
                            return in.names(node);
                        },
                        folder);
        return new Listing(folder, names, filter);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        UnionPath folder = UnionPath.of(path);
        int mode = FirstMode.of(EntryType.DIRECTORY, attributes);
        system.locked(
                (in, out) -> {
                    Spot spot = Walk.to(in, folder, false);
                    Attributes fresh = out.fresh(spot, EntryType.DIRECTORY, mode, ByteString.EMPTY);
                    out.makeDirectory(spot, folder, fresh);
                    return folder;
                },
                folder);
    }

    @Override
    public void createSymbolicLink(Path path, Path to, FileAttribute<?>... attributes)
            throws IOException {
        UnionPath link = UnionPath.of(path);
        ByteString target = UnionFileSystem.bytes(to);
        if (attributes.length > 0) {
            throw new UnsupportedOperationException("a symbolic link takes no attributes");
        }
        system.locked(
                (in, out) -> {
                    Spot spot = Walk.to(in, link, false);
                    Attributes fresh = out.fresh(spot, EntryType.SYMLINK, 0777, target);
                    out.makeSpecial(spot, link, fresh);
                    return link;
                },
                link);
    }

    @Override
    public void createLink(Path path, Path to) throws IOException {
        UnionPath link = UnionPath.of(path);
        UnionPath file = UnionPath.of(to);
        system.locked(
                (in, out) -> {
                    Spot found = Walk.to(in, file, false);
                    if (found.node() == null) {
                        throw new NoSuchFileException(link.toString(), file.toString(), null);
                    }
                    out.link(Walk.to(in, link, false), link, found.node(), file);
                    return link;
                },
                link,
                file);
    }

    @Override
    public Path readSymbolicLink(Path path) throws IOException {
        UnionPath link = UnionPath.of(path);
        Attributes attributes = system.attributes(link, false).said();
        if (attributes.type() != EntryType.SYMLINK) {
            throw new NotLinkException(link.toString());
        }
        return system.getPath(attributes.link());
    }

    @Override
    public void delete(Path path) throws IOException {
        UnionPath file = UnionPath.of(path);
        system.locked(
                (in, out) -> {
                    out.delete(Walk.to(in, file, false), file);
                    return file;
                },
                file);
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        UnionPath source = UnionPath.of(from);
        UnionPath target = UnionPath.of(to);
        Copying copying = Copying.of(options);
        system.locked(
                (in, out) -> {
                    copying.copy(in, out, source, target);
                    return target;
                },
                source,
                target);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        UnionPath source = UnionPath.of(from);
        UnionPath target = UnionPath.of(to);
        List<CopyOption> all = Arrays.asList(options);
        for (CopyOption option : all) {
            if (option == StandardCopyOption.COPY_ATTRIBUTES
                    || !(option instanceof StandardCopyOption || option instanceof LinkOption)) {
                throw new UnsupportedOperationException(option + " is not supported");
            }
        }
        boolean atomic = all.contains(StandardCopyOption.ATOMIC_MOVE);
        boolean replace = atomic || all.contains(StandardCopyOption.REPLACE_EXISTING);
        system.locked(
                (in, out) -> {
                    if (!atomic) {
                        UnionFileSystem.existing(in, source, false);
                    }
                    Spot moved = Walk.to(in, source, false);
                    out.move(moved, source, Walk.to(in, target, false), target, replace, atomic);
                    return target;
                },
                source,
                target);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        if (path.equals(other)) {
            return true;
        }
        return other instanceof UnionPath that
                && that.getFileSystem() == system
                && system.attributes(UnionPath.of(path), true)
                        .number()
                        .equals(system.attributes(that, true).number());
    }

    @Override
    public boolean isHidden(Path path) {
        UnionPath name = UnionPath.of(path).getFileName();
        return name != null && name.toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        system.attributes(UnionPath.of(path), true);
        return new UnionFileStore(system.isReadOnly());
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        UnionPath file = UnionPath.of(path);
        NodeAttributes attributes = system.attributes(file, true);
        for (AccessMode mode : modes) {
            boolean refused =
                    switch (mode) {
                        case READ -> false;
                        case WRITE -> system.isReadOnly();
                        case EXECUTE ->
                                !attributes.isDirectory()
                                        && (attributes.said().mode() & EXECUTE) == 0;
                    };
            if (refused) {
                throw new AccessDeniedException(file.toString());
            }
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        UnionPath file = UnionPath.of(path);
        boolean follow = follow(options);
        if (type == BasicFileAttributeView.class) {
            return type.cast(new AttributeView(file, follow, "basic"));
        }
        if (type == PosixFileAttributeView.class) {
            return type.cast(new AttributeView(file, follow, "posix"));
        }
        if (type == FileOwnerAttributeView.class) {
            return type.cast(new AttributeView(file, follow, "owner"));
        }
        return type == UserDefinedFileAttributeView.class
                ? type.cast(new Xattrs(file, follow))
                : null;
    }

    private static boolean follow(LinkOption... options) {
        return !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        if (!type.isAssignableFrom(NodeAttributes.class)) {
            throw new UnsupportedOperationException("there is no " + type.getSimpleName());
        }
        return type.cast(system.attributes(UnionPath.of(path), follow(options)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String word, LinkOption... options)
            throws IOException {
        NodeAttributes attributes = system.attributes(UnionPath.of(path), follow(options));
        return AttributeNames.read(attributes, AttributeNames.Asked.of(word));
    }

    @Override
    public void setAttribute(Path path, String word, @Nullable Object value, LinkOption... options)
            throws IOException {
        new AttributeView(UnionPath.of(path), follow(options), "unix")
                .set(AttributeNames.Asked.one(word), value);
    }
}
