package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Utf8;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.ByteString;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through a tree depth first, siblings in the order of their names' bytes, and keeps the path
 * of where it is. It needs no stack, so any depth will do. Begins before the first node below the
 * root. Not for several threads.
 */
final class PathWalk {
    private final Changeset tree;
    private byte[] path = new byte[256];
    private int length;
    private int at;

    PathWalk(Changeset tree) {
        this.tree = tree;
    }

    /** Goes on to the next node; false after the last. */
    boolean next() {
        int child = tree.firstChild(at);
        if (child < tree.endOfChildren(at)) {
            enter(child);
            return true;
        }
        while (at > 0) {
            leave();
            int parent = tree.parent(at);
            if (at + 1 < tree.endOfChildren(parent)) {
                enter(at + 1);
                return true;
            }
            at = parent;
        }
        return false;
    }

    /** The node it is at. */
    int node() {
        return at;
    }

    /** The node's path; may share nothing with what comes later. */
    ByteString path() {
        return ByteString.of(path, 0, length);
    }

    boolean isUtf8() {
        return Utf8.isValid(path, 0, length);
    }

    /** The path as text, with U+FFFD for what is not UTF-8. */
    String text() {
        return new String(path, 0, length, StandardCharsets.UTF_8);
    }

    private void enter(int node) {
        byte[] name = tree.name(node).toByteArray();
        int needed = length + 1 + name.length;
        if (needed > path.length) {
            path = Arrays.copyOf(path, Math.max(needed, 2 * path.length));
        }
        if (length > 0) {
            path[length++] = '/';
        }
        System.arraycopy(name, 0, path, length, name.length);
        length += name.length;
        at = node;
    }

    /** Takes the last name off the path. */
    private void leave() {
        do {
            length--;
        } while (length > 0 && path[length] != '/');
    }
}
