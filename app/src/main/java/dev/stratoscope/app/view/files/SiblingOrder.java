package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import java.util.Arrays;
import java.util.Comparator;

/** Sorts the children of one folder; nothing is looked at before its folder is open. */
final class SiblingOrder {
    private final Changeset changes;
    private final FileOrder order;

    SiblingOrder(Changeset changes, FileOrder order) {
        this.changes = changes;
        this.order = order;
    }

    /** Sorts {@code nodes}, which come in the order of their names. */
    void sort(int[] nodes, int count) {
        if (order.equals(FileOrder.BY_NAME)) {
            foldersFirst(nodes, count);
            return;
        }
        Integer[] boxed = new Integer[count];
        Arrays.setAll(boxed, i -> nodes[i]);
        Comparator<Integer> comparator = comparator();
        Arrays.sort(boxed, order.descending() ? comparator.reversed() : comparator);
        Arrays.setAll(nodes, i -> i < count ? boxed[i] : nodes[i]);
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

    private Comparator<Integer> comparator() {
        return switch (order.by()) {
            case NAME ->
                    Comparator.comparing((Integer node) -> !isFolder(node))
                            .thenComparing(Comparator.naturalOrder());
            case SIZE -> Comparator.comparingLong(node -> changes.total(node));
            case MODE -> Comparator.comparingInt(node -> attributes(node).mode());
            case OWNER ->
                    Comparator.comparingLong((Integer node) -> attributes(node).uid())
                            .thenComparingLong(node -> attributes(node).gid());
            case LAYER -> Comparator.comparingInt(node -> changes.layer(node));
        };
    }

    private Attributes attributes(int node) {
        return changes.shown(node).attributes();
    }

    private boolean isFolder(int node) {
        return changes.type(node) == EntryType.DIRECTORY;
    }
}
