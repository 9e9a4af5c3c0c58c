package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Follows a path as Linux does for a program whose root this is: links that begin with a slash
 * begin at the root, and nothing is above the root.
 */
final class Walk {
    /** As many links as Linux follows. */
    private static final int MOST_LINKS = 40;

    /** As long as a name may be on the disks of Linux. */
    static final int LONGEST_NAME = 255;

    private final Layers layers;
    private final UnionPath path;
    private final Deque<ByteString> ahead;
    private int links;

    private Walk(Layers layers, UnionPath path) {
        this.layers = layers;
        this.path = path;
        this.ahead = new ArrayDeque<>(path.names());
    }

    /**
     * The place that a path leads to.
     *
     * @param follow whether a link at its very end is followed, also to where nothing is yet
     * @throws NoSuchFileException when something on the way is missing
     * @throws NotDirectoryException when something on the way is no folder
     */
    static Spot to(Layers layers, UnionPath path, boolean follow) throws IOException {
        return new Walk(layers, path).go(follow);
    }

    private Spot go(boolean follow) throws IOException {
        Spot spot = up(layers.root());
        while (!ahead.isEmpty()) {
            Node at = spot.node();
            if (at == null) {
                throw new NoSuchFileException(path.toString());
            }
            if (!layers.isDirectory(at)) {
                throw new NotDirectoryException(path.toString());
            }
            ByteString part = ahead.removeFirst();
            if (part.length() > LONGEST_NAME) {
                throw new FileSystemException(path.toString(), null, "File name too long");
            }
            if (part.equals(Parts.DOT)) {
                spot = up(at);
            } else if (part.equals(Parts.DOT_DOT)) {
                spot = up(at.parent() == null ? at : at.parent());
            } else {
                spot = layers.spot(at, part);
                Node found = spot.node();
                if (found != null
                        && (follow || !ahead.isEmpty())
                        && layers.type(found) == EntryType.SYMLINK) {
                    spot = up(follow(at, layers.attributes(found).link()));
                }
            }
        }
        return spot;
    }

    /** Puts a link's target before what is ahead, and tells where it begins. */
    private Node follow(Node at, ByteString target) throws IOException {
        if (++links > MOST_LINKS) {
            throw new FileSystemLoopException(path.toString());
        }
        byte[] bytes = target.toByteArray();
        if (bytes.length == 0) {
            throw new NoSuchFileException(path.toString());
        }
        if (bytes[bytes.length - 1] == '/') {
            ahead.addFirst(Parts.DOT);
        }
        List<ByteString> parts = Parts.of(bytes);
        for (ByteString part : parts.reversed()) {
            ahead.addFirst(part);
        }
        Node node = at;
        while (bytes[0] == '/' && node.parent() != null) {
            node = node.parent();
        }
        return node;
    }

    /** A folder that a dot part leads to. */
    private static Spot up(Node node) {
        ByteString whole = node.path();
        byte[] bytes = whole.toByteArray();
        int slash = bytes.length;
        while (slash > 0 && bytes[slash - 1] != '/') {
            slash--;
        }
        Node folder = node.parent() == null ? node : node.parent();
        return new Spot(
                folder, ByteString.of(bytes, slash, bytes.length), node.below(), node, true);
    }
}
