package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.KindWords;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * One row, made when a cell asks for it. What it says of its node is looked up when first asked
 * for, and once. On the JavaFX thread.
 */
final class FileRow {
    private final FileRows rows;
    private final int node;
    private final int depth;
    private @Nullable PathState shown;
    private @Nullable Attributes attributes;
    private @Nullable EntryType type;
    private @Nullable String name;
    private @Nullable String hint;

    /**
     * A row.
     *
     * @param rows the rows it belongs to
     * @param node the node in their changeset
     * @param depth how deep it lies, 0 below the root
     */
    FileRow(FileRows rows, int node, int depth) {
        this.rows = rows;
        this.node = node;
        this.depth = depth;
    }

    FileRows rows() {
        return rows;
    }

    int node() {
        return node;
    }

    int depth() {
        return depth;
    }

    Changeset changes() {
        return rows.changes();
    }

    Kind kind() {
        return changes().kind(node);
    }

    /** What it is shown as. */
    PathState shown() {
        PathState known = shown;
        if (known == null) {
            known = changes().shown(node);
            shown = known;
        }
        return known;
    }

    EntryType type() {
        EntryType known = type;
        if (known == null) {
            known = changes().type(node);
            type = known;
        }
        return known;
    }

    Attributes attributes() {
        Attributes known = attributes;
        if (known == null) {
            known = shown().attributes();
            attributes = known;
        }
        return known;
    }

    /** The last part of its path, escaped. */
    String name() {
        String known = name;
        if (known == null) {
            known = Escapes.text(changes().name(node));
            name = known;
        }
        return known;
    }

    /** The few words beside the name. */
    String hint() {
        String known = hint;
        if (known == null) {
            known = ChangeHint.of(this);
            hint = known;
        }
        return known;
    }

    /** What is read of it by those who do not see it. */
    String spoken() {
        String words = name() + ", " + KindWords.of(kind()) + ", " + type().word();
        return hint().isEmpty() ? words : words + ", " + hint();
    }

    int layer() {
        return changes().layer(node);
    }

    /** The bytes of it and all below it that are in scope; of a deleted path those it had. */
    long total() {
        return rows.totalSize(node);
    }

    /** What the old side has; null where it has nothing. */
    @Nullable PathState before() {
        return changes().before(node);
    }

    /** What the new side has; null where it has nothing. */
    @Nullable PathState after() {
        return changes().after(node);
    }

    /** By how many bytes it and all below it grew; negative where it shrank. */
    long grown() {
        return rows.grown(node);
    }

    /** Whether it has a size of its own, or that of what it holds. */
    boolean isSized() {
        return type() == EntryType.FILE || isFolder();
    }

    boolean isFolder() {
        return type() == EntryType.DIRECTORY;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof FileRow that && rows.equals(that.rows) && node == that.node;
    }

    @Override
    public int hashCode() {
        return node;
    }
}
