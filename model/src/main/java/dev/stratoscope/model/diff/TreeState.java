package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

/**
 * What a merged tree has at a node.
 *
 * @param tree the tree
 * @param node the node in it
 */
record TreeState(FileTree tree, int node) implements PathState {
    @Override
    public EntryType type() {
        return tree.type(node);
    }

    @Override
    public int layer() {
        return tree.layer(node);
    }

    @Override
    public boolean isImplied() {
        return tree.isImplied(node);
    }

    @Override
    public Attributes attributes() {
        return tree.attributes(node);
    }

    @Override
    public long fileSize() {
        return tree.fileSize(node);
    }

    @Override
    public @Nullable ByteString sameAs() {
        int target = tree.linkTarget(node);
        return target < 0 ? null : tree.path(target);
    }

    @Override
    public @Nullable Entry entry() {
        return tree.entry(node);
    }
}
