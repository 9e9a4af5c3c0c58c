package dev.stratoscope.model.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Follows a path with its symbolic links as a program inside the image would: nothing leads above
 * the root. Immutable.
 */
public final class LinkWalk {
    /** As many links as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Names names;

    private LinkWalk(Names names) {
        this.names = names;
    }

    /** What can be looked up. */
    private interface Names {
        /** The node at a path taken literally; -1 when there is none. */
        int find(ByteString path);

        EntryType type(int node);

        ByteString link(int node);
    }

    /** In the file system that a stack of layers shows. */
    public static LinkWalk in(FileTree tree) {
        return new LinkWalk(
                new Names() {
                    @Override
                    public int find(ByteString path) {
                        return tree.find(path);
                    }

                    @Override
                    public EntryType type(int node) {
                        return tree.type(node);
                    }

                    @Override
                    public ByteString link(int node) {
                        return tree.attributes(node).link();
                    }
                });
    }

    /** Among the entries of one layer, without AUFS's bookkeeping. */
    public static LinkWalk in(LayerIndex layer) {
        return new LinkWalk(
                new Names() {
                    @Override
                    public int find(ByteString path) {
                        return layer.findShown(path);
                    }

                    @Override
                    public EntryType type(int node) {
                        return layer.type(node);
                    }

                    @Override
                    public ByteString link(int node) {
                        return layer.attributes(node).link();
                    }
                });
    }

    /** What a walk came to. */
    public sealed interface End {
        /** A node of what was walked in. */
        record Node(int number) implements End {}

        /** Nothing is at this path. */
        record Nothing(ByteString path) implements End {}

        /** This path leads on, but is no directory. */
        record NoDirectory(ByteString path) implements End {}

        /** More links than a system follows. */
        record Loop() implements End {}
    }

    /** Goes to the very end: what is found is no symbolic link. */
    public End follow(ByteString path) {
        return walk(path, true);
    }

    /**
     * Follows the links on the way, but not one at the end, unless a slash comes after it: what is
     * found may be a symbolic link.
     */
    public End locate(ByteString path) {
        byte[] bytes = path.array();
        return walk(path, bytes.length > 0 && bytes[bytes.length - 1] == '/');
    }

    private End walk(ByteString path, boolean toTheEnd) {
        Deque<byte[]> ahead = new ArrayDeque<>(parts(path));
        List<byte[]> reached = new ArrayList<>();
        int node = 0;
        int links = 0;
        while (!ahead.isEmpty()) {
            byte[] part = ahead.removeFirst();
            if (names.type(node) != EntryType.DIRECTORY) {
                return new End.NoDirectory(join(reached));
            }
            if (Arrays.equals(part, new byte[] {'.', '.'})) {
                if (!reached.isEmpty()) {
                    reached.removeLast();
                }
                node = names.find(join(reached));
                continue;
            }
            reached.add(part);
            node = names.find(join(reached));
            if (node < 0 || names.type(node) == EntryType.WHITEOUT) {
                return new End.Nothing(join(reached));
            }
            if (names.type(node) == EntryType.SYMLINK && (toTheEnd || !ahead.isEmpty())) {
                if (++links > MOST_LINKS) {
                    return new End.Loop();
                }
                ByteString target = names.link(node);
                reached.removeLast();
                if (target.length() > 0 && target.array()[0] == '/') {
                    reached.clear();
                }
                parts(target).reversed().forEach(ahead::addFirst);
                node = names.find(join(reached));
            }
        }
        return new End.Node(node);
    }

    /** The names between the slashes; dots alone say nothing. */
    private static List<byte[]> parts(ByteString path) {
        byte[] bytes = path.array();
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            if (to > from && !(to == from + 1 && bytes[from] == '.')) {
                parts.add(Arrays.copyOfRange(bytes, from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    private static ByteString join(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            if (out.size() > 0) {
                out.write('/');
            }
            out.writeBytes(part);
        }
        return ByteString.of(out.toByteArray());
    }
}
