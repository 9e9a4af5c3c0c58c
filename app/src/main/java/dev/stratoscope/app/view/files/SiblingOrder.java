package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import java.util.Arrays;
import java.util.Comparator;

/** Sorts the children of one folder; nothing is looked at before its folder is open. */
final class SiblingOrder {
    private final TreeDiff diff;
    private final long[] sizes;
    private final FileOrder order;

    SiblingOrder(TreeDiff diff, long[] sizes, FileOrder order) {
        this.diff = diff;
        this.sizes = sizes;
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
            case SIZE -> Comparator.comparingLong(node -> sizes[node]);
            case MODE -> Comparator.comparingInt(node -> attributes(node).mode());
            case OWNER ->
                    Comparator.comparingLong((Integer node) -> attributes(node).uid())
                            .thenComparingLong(node -> attributes(node).gid());
            case LAYER ->
                    Comparator.comparingInt(node -> diff.side(node).layer(diff.sideNode(node)));
        };
    }

    private Attributes attributes(int node) {
        return diff.side(node).attributes(diff.sideNode(node));
    }

    private boolean isFolder(int node) {
        return diff.side(node).type(diff.sideNode(node)) == EntryType.DIRECTORY;
    }
}
