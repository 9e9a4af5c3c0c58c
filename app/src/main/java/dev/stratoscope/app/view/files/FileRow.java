package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

/**
 * One row, made when a cell asks for it.
 *
 * @param rows the rows it belongs to
 * @param node the node in their diff
 * @param depth how deep it lies, 0 below the root
 */
record FileRow(FileRows rows, int node, int depth) {
    TreeDiff diff() {
        return rows.diff();
    }

    Kind kind() {
        return diff().kind(node);
    }

    FileTree side() {
        return diff().side(node);
    }

    int sideNode() {
        return diff().sideNode(node);
    }

    EntryType type() {
        return side().type(sideNode());
    }

    Attributes attributes() {
        return side().attributes(sideNode());
    }

    int layer() {
        return side().layer(sideNode());
    }

    boolean isDeleted() {
        return diff().afterNode(node) < 0;
    }

    boolean hasChildren() {
        return rows.hasChildren(node);
    }

    boolean isOpen() {
        return rows.isOpen(node) && hasChildren();
    }
}
