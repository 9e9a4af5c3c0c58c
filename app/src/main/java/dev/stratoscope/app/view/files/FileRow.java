package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

/**
 * One row, made when a cell asks for it.
 *
 * @param rows the rows it belongs to
 * @param node the node in their changeset
 * @param depth how deep it lies, 0 below the root
 */
record FileRow(FileRows rows, int node, int depth) {
    Changeset changes() {
        return rows.changes();
    }

    Kind kind() {
        return changes().kind(node);
    }

    /** What it is shown as. */
    PathState shown() {
        return changes().shown(node);
    }

    EntryType type() {
        return changes().type(node);
    }

    Attributes attributes() {
        return shown().attributes();
    }

    int layer() {
        return changes().layer(node);
    }

    boolean isDeleted() {
        return kind() == Kind.DELETED;
    }

    boolean hasChildren() {
        return rows.hasChildren(node);
    }

    boolean isOpen() {
        return rows.isOpen(node) && hasChildren();
    }
}
