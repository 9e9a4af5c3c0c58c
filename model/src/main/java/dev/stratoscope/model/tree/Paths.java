package dev.stratoscope.model.tree;

import java.util.function.IntUnaryOperator;

/** Builds and follows paths over numbered nodes. */
final class Paths {
    private Paths() {}

    @FunctionalInterface
    interface NameCopier {
        void copy(int node, byte[] to, int at);
    }

    @FunctionalInterface
    interface Child {
        int of(int node, byte[] path, int from, int to);
    }

    /** The parts from below the root down to {@code node}, joined by slashes. */
    static ByteString of(
            int node, IntUnaryOperator parent, IntUnaryOperator length, NameCopier copier) {
        int total = -1;
        for (int at = node; at > 0; at = parent.applyAsInt(at)) {
            total += length.applyAsInt(at) + 1;
        }
        if (total <= 0) {
            return ByteString.EMPTY;
        }
        byte[] path = new byte[total];
        int end = total;
        for (int at = node; at > 0; at = parent.applyAsInt(at)) {
            end -= length.applyAsInt(at);
            copier.copy(at, path, end);
            if (end > 0) {
                path[--end] = '/';
            }
        }
        return ByteString.of(path);
    }

    /** Follows a path down from the root, name by name; empty and dot parts are passed over. */
    static int find(ByteString path, Child child) {
        byte[] bytes = path.array();
        int node = 0;
        for (int from = 0; from < bytes.length && node >= 0; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            if (to > from && !(to == from + 1 && bytes[from] == '.')) {
                node = child.of(node, bytes, from, to);
            }
            from = to + 1;
        }
        return node;
    }
}
