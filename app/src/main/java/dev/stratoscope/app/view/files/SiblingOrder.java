package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;

/** Sorts the children of one folder; nothing is looked at before its folder is open. */
final class SiblingOrder {
    private static final Comparator<Ranked> RANK =
            Comparator.comparingLong(Ranked::first)
                    .thenComparingLong(Ranked::second)
                    .thenComparing(Ranked::text);

    private final Changeset changes;
    private final FileOrder order;

    SiblingOrder(Changeset changes, FileOrder order) {
        this.changes = changes;
        this.order = order;
    }

    /** A node with what it is sorted by, so that this is looked up once. */
    private record Ranked(int node, long first, long second, ByteString text) {
        static Ranked of(int node, long first, long second) {
            return new Ranked(node, first, second, ByteString.EMPTY);
        }

        /** Texts, and after them those that have none. */
        static Ranked of(int node, ByteString text) {
            return new Ranked(node, text.isEmpty() ? 1 : 0, 0, text);
        }
    }

    /**
     * Sorts the first {@code count} of {@code nodes}, which come in the order of their names;
     * equals stay in it.
     */
    void sort(int[] nodes, int count) {
        if (order.equals(FileOrder.BY_NAME)) {
            foldersFirst(nodes, count);
            return;
        }
        Ranked[] ranked = new Ranked[count];
        Arrays.setAll(ranked, i -> rank(nodes[i]));
        Arrays.sort(ranked, order.descending() ? RANK.reversed() : RANK);
        for (int i = 0; i < count; i++) {
            nodes[i] = ranked[i].node();
        }
    }

    private void foldersFirst(int[] nodes, int count) {
        int[] files = new int[count];
        int folderCount = 0;
        int fileCount = 0;
        for (int i = 0; i < count; i++) {
            if (isFolder(nodes[i])) {
                nodes[folderCount++] = nodes[i];
            } else {
                files[fileCount++] = nodes[i];
            }
        }
        System.arraycopy(files, 0, nodes, folderCount, fileCount);
    }

    private Ranked rank(int node) {
        return switch (order.by()) {
            case NAME -> Ranked.of(node, isFolder(node) ? 0 : 1, node);
            case CHANGE -> Ranked.of(node, place(changes.kind(node)), 0);
            case SIZE -> Ranked.of(node, changes.totalShown(node), 0);
            case GROWTH -> Ranked.of(node, changes.total(node) - changes.totalBefore(node), 0);
            case MODE -> Ranked.of(node, attributes(node).mode(), 0);
            case OWNER -> Ranked.of(node, attributes(node).uid(), attributes(node).gid());
            case MODIFIED ->
                    Ranked.of(node, attributes(node).mtimeSeconds(), attributes(node).mtimeNanos());
            case LAYER -> Ranked.of(node, changes.layer(node), 0);
            case LINK -> Ranked.of(node, FileText.link(changes.shown(node)));
            case XATTRS -> Ranked.of(node, xattrs(node));
            case TYPE -> Ranked.of(node, ByteString.of(changes.type(node).word()));
            case BEFORE -> Ranked.of(node, changes.totalBefore(node), 0);
            case DIFFERENCE ->
                    Ranked.of(node, Math.abs(changes.total(node) - changes.totalBefore(node)), 0);
            case LAYERS -> Ranked.of(node, layer(changes.before(node)), layer(changes.after(node)));
        };
    }

    private ByteString xattrs(int node) {
        PathState state = changes.shown(node);
        return ByteString.of(FileText.xattrs(state.attributes()));
    }

    private static int place(Kind kind) {
        return switch (kind) {
            case ADDED -> 0;
            case MODIFIED -> 1;
            case METADATA_ONLY -> 2;
            case DELETED -> 3;
            case UNCHANGED -> 4;
        };
    }

    private static int layer(@Nullable PathState state) {
        return state == null ? -1 : state.layer();
    }

    private Attributes attributes(int node) {
        return changes.shown(node).attributes();
    }

    private boolean isFolder(int node) {
        return changes.type(node) == EntryType.DIRECTORY;
    }
}
