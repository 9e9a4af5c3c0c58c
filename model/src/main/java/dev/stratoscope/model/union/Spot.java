package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

/**
 * Where a path leads: a name in a folder, and what is there.
 *
 * @param folder the folder the name is in; of the root the root
 * @param name the name; empty for the root
 * @param below what the lower tree has of that name; -1 for nothing
 * @param node what is shown there; null when nothing
 * @param dots whether the path ended in a dot part, so that it is no name to make or remove
 */
record Spot(Node folder, ByteString name, int below, @Nullable Node node, boolean dots) {
    ByteString path() {
        return Parts.join(folder.path(), name);
    }

    boolean isRoot() {
        return node != null && node.parent() == null;
    }
}
