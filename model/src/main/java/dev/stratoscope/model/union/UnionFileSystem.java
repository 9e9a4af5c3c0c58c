package dev.stratoscope.model.union;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The file system that a stack of layers shows, with a writable layer on top. It behaves as one of
 * Linux does to root. Safe for use by many threads.
 *
 * <p>Beside the JDK's, files have the attribute views {@code unix}, of which {@code mode}, {@code
 * uid} and {@code gid} can be set (numbers beyond an {@code int} are {@code Long}s), and {@code
 * xattr}, all extended attributes by their full names as {@code byte[]}, null to take one away.
 * Paths are bytes; where they are not UTF-8, their text has a lone surrogate U+DC80 to U+DCFF for
 * each such byte. Nothing can be watched, mapped or locked.
 */
public final class UnionFileSystem extends FileSystem {
    private final ReentrantLock lock = new ReentrantLock();
    private final UnionProvider provider;
    private final Layers layers;
    private final CopyUp copyUp;
    private final Changes changes;
    private final Set<UnionChannel> channels = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private UnionFileSystem(Layers layers, Clock clock) {
        this.provider = new UnionProvider(this);
        this.layers = layers;
        this.copyUp = new CopyUp(layers);
        this.changes = new Changes(layers, copyUp, clock);
    }

    /**
     * Opens it; nothing is read or copied for that.
     *
     * @param lower what the layers show
     * @param contents the bytes of their files; not closed by the file system
     * @param upper where changes go, closed with the file system; null refuses them with {@link
     *     java.nio.file.ReadOnlyFileSystemException}
     * @param clock gives new and changed files and folders their times
     */
    public static UnionFileSystem open(
            FileTree lower, Contents contents, @Nullable Upper upper, Clock clock) {
        return new UnionFileSystem(new Layers(lower, contents, upper), clock);
    }

    /** A path by its bytes, which need not be UTF-8 and hold no NUL. */
    public Path getPath(ByteString path) {
        return UnionPath.of(this, path.toByteArray());
    }

    /** The bytes of a path of a file system of this kind. */
    public static ByteString bytes(Path path) {
        return ByteString.of(UnionPath.of(path).bytes());
    }

    /**
     * What the writable layer says, as a layer over the others. The bytes of its files are those at
     * their paths here.
     *
     * @throws java.nio.file.ReadOnlyFileSystemException when there is none
     * @throws java.nio.channels.ClosedByInterruptException when the thread is interrupted
     */
    public LayerIndex upperIndex(Limits limits) throws IOException {
        return locked((in, out) -> UpperIndex.of(in.upper(), limits), getPath("/"));
    }

    /** What is done with the layers while nobody else does anything with them. */
    @FunctionalInterface
    interface Work<T> {
        T of(Layers layers, Changes changes) throws IOException;
    }

    /**
     * @param paths those that failures may tell of
     */
    <T> T locked(Work<T> work, UnionPath... paths) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new ClosedFileSystemException();
            }
            return work.of(layers, changes);
        } catch (IOException e) {
            throw Trouble.of(e, paths);
        } finally {
            lock.unlock();
        }
    }

    CopyUp copyUp() {
        return copyUp;
    }

    /**
     * What is at a path.
     *
     * @throws NoSuchFileException when nothing is, also where a file stands in the way
     */
    static Node existing(Layers layers, UnionPath path, boolean follow) throws IOException {
        Node node;
        try {
            node = Walk.to(layers, path, follow).node();
        } catch (NotDirectoryException e) {
            node = null;
        }
        if (node == null) {
            throw new NoSuchFileException(path.toString());
        }
        return node;
    }

    NodeAttributes attributes(UnionPath path, boolean follow) throws IOException {
        return locked(
                (in, out) -> {
                    Node node = existing(in, path, follow);
                    return new NodeAttributes(in.attributes(node), in.links(node), in.number(node));
                },
                path);
    }

    void change(UnionPath path, boolean follow, UnaryOperator<Attributes> change)
            throws IOException {
        locked(
                (in, out) -> {
                    Node node = Walk.to(in, path, follow).node();
                    if (node == null) {
                        throw new NoSuchFileException(path.toString());
                    }
                    out.set(node, change);
                    return path;
                },
                path);
    }

    UnionPath realPath(UnionPath path, LinkOption... options) throws IOException {
        boolean follow = !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
        return locked(
                (in, out) -> {
                    Node node = Walk.to(in, path, follow).node();
                    if (node == null) {
                        throw new NoSuchFileException(path.toString());
                    }
                    return follow
                            ? UnionPath.of(this, absolute(node.path()))
                            : withoutDots(in, path.toAbsolutePath());
                },
                path);
    }

    private static byte[] absolute(ByteString clean) {
        byte[] path = new byte[clean.length() + 1];
        path[0] = '/';
        System.arraycopy(clean.toByteArray(), 0, path, 1, clean.length());
        return path;
    }

    /** The path without dots and without what they undo, as long as that is no link. */
    private UnionPath withoutDots(Layers in, UnionPath path) throws IOException {
        UnionPath kept = getPath("/");
        for (ByteString name : path.names()) {
            UnionPath above = kept.getParent();
            boolean up = name.equals(Parts.DOT_DOT);
            if (up && above == null) {
                continue;
            }
            if (up && above != null && in.type(existing(in, kept, false)) == EntryType.DIRECTORY) {
                kept = above;
            } else if (!name.equals(Parts.DOT)) {
                kept = kept.child(name);
            }
        }
        return kept;
    }

    /** Takes in a channel that is closed with the file system. */
    UnionChannel opened(UnionPath path, OpenFlags flags, Upper.Bytes bytes, boolean up) {
        ReentrantLock guard = up ? lock : new ReentrantLock();
        UnionChannel channel = new UnionChannel(path, flags, bytes, guard, channels::remove);
        channels.add(channel);
        return channel;
    }

    @Override
    public UnionProvider provider() {
        return provider;
    }

    /** Closes all files and the writable layer. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        // Without the lock: who closes a channel waits for it while holding the channel's own.
        IOException trouble = null;
        for (UnionChannel channel : List.copyOf(channels)) {
            try {
                channel.close();
            } catch (IOException e) {
                trouble = e;
            }
        }
        if (!layers.isReadOnly()) {
            lock.lock();
            try {
                layers.upper().close();
            } finally {
                lock.unlock();
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public boolean isReadOnly() {
        return layers.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(new UnionFileStore(isReadOnly()));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return UnionFileStore.VIEWS;
    }

    @Override
    public UnionPath getPath(String first, String... more) {
        List<String> parts = new ArrayList<>();
        parts.add(first);
        parts.addAll(Arrays.asList(more));
        parts.removeIf(String::isEmpty);
        return UnionPath.of(this, PathText.encode(String.join("/", parts)));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        int colon = syntaxAndPattern.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no syntax before a colon: " + syntaxAndPattern);
        }
        String text = syntaxAndPattern.substring(colon + 1);
        String syntax = syntaxAndPattern.substring(0, colon);
        Pattern pattern;
        if (syntax.equalsIgnoreCase("glob")) {
            pattern = Glob.pattern(text);
        } else if (syntax.equalsIgnoreCase("regex")) {
            pattern = Pattern.compile(text);
        } else {
            throw new UnsupportedOperationException("there is no syntax " + syntax);
        }
        return path -> pattern.matcher(path.toString()).matches();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return new Owner.Lookup();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nothing here is watched");
    }
}
