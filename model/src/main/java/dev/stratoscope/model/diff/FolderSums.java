package dev.stratoscope.model.diff;

import java.util.Arrays;
import java.util.List;

/**
 * The bytes below each folder from layer to layer, as docker counts them. Immutable; ten bytes for
 * each layer that changes a folder's sum.
 */
final class FolderSums {
    private final StackNodes nodes;
    private final List<LinkedFiles.SizeChange> linked;

    /** The changes of the folder that is summed up, by layer. */
    private final long[] changes;

    private boolean changed;

    /** Folders whose sum is not always 0, ascending once all are made, with their first sum. */
    private int[] folders = new int[64];

    private int[] start = new int[64];
    private int count;
    private short[] layer = new short[64];
    private long[] sum = new long[64];
    private int sums;

    private FolderSums(StackNodes nodes, LinkedFiles links) {
        this.nodes = nodes;
        this.linked = links.sizeChanges();
        this.changes = new long[nodes.layers().size()];
        addAll();
        trim();
    }

    static FolderSums of(StackNodes nodes, LinkedFiles links) {
        return new FolderSums(nodes, links);
    }

    /** The bytes below a node as of a layer; -1 is the empty root below the first. */
    long below(int at, int asOf) {
        if (!nodes.hasChildren(at)) {
            return 0;
        }
        int folder = Arrays.binarySearch(folders, at);
        if (folder < 0) {
            return 0;
        }
        int low = start[folder];
        int high = start[folder + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (layer[middle] <= asOf) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == start[folder] ? 0 : sum[low - 1];
    }

    /** From the last node to the first: what is below a folder is known before the folder is. */
    private void addAll() {
        int nextLinked = linked.size() - 1;
        int nextFolder = 0;
        for (int at = nodes.size() - 1; at > 0; at--) {
            addVersions(at);
            while (nextLinked >= 0 && linked.get(nextLinked).at() == at) {
                LinkedFiles.SizeChange change = linked.get(nextLinked--);
                add(change.layer(), change.bytes());
            }
            if (nextFolder < count && folders[nextFolder] == at) {
                addFolder(nextFolder++);
            }
            if (nodes.parent(at - 1) != nodes.parent(at)) {
                close(nodes.parent(at));
            }
        }
    }

    private void addVersions(int at) {
        int end = nodes.endOfVersions(at);
        long before = 0;
        for (int version = nodes.firstVersion(at); version < end; version++) {
            long now = nodes.isLive(version) ? nodes.ownSize(version) : 0;
            add(nodes.layer(version), now - before);
            before = now;
        }
    }

    private void addFolder(int folder) {
        int end = folder + 1 < count ? start[folder + 1] : sums;
        long before = 0;
        for (int i = start[folder]; i < end; i++) {
            add(layer[i], sum[i] - before);
            before = sum[i];
        }
    }

    private void add(int at, long bytes) {
        if (bytes != 0) {
            changes[at] += bytes;
            changed = true;
        }
    }

    private void close(int folder) {
        if (!changed) {
            return;
        }
        if (count + 1 >= folders.length) {
            folders = Arrays.copyOf(folders, 2 * count);
            start = Arrays.copyOf(start, 2 * count);
        }
        folders[count] = folder;
        start[count++] = sums;
        long now = 0;
        for (int at = 0; at < changes.length; at++) {
            if (changes[at] == 0) {
                continue;
            }
            now += changes[at];
            changes[at] = 0;
            if (sums == sum.length) {
                layer = Arrays.copyOf(layer, 2 * sums);
                sum = Arrays.copyOf(sum, 2 * sums);
            }
            layer[sums] = (short) at;
            sum[sums++] = now;
        }
        changed = false;
    }

    /** Turns the folders round, the lowest first. */
    private void trim() {
        int[] ascending = new int[count];
        int[] starts = new int[count + 1];
        short[] layers = new short[sums];
        long[] all = new long[sums];
        int to = 0;
        for (int i = 0; i < count; i++) {
            int folder = count - 1 - i;
            int end = folder + 1 < count ? start[folder + 1] : sums;
            int length = end - start[folder];
            ascending[i] = folders[folder];
            System.arraycopy(layer, start[folder], layers, to, length);
            System.arraycopy(sum, start[folder], all, to, length);
            to += length;
            starts[i + 1] = to;
        }
        folders = ascending;
        start = starts;
        layer = layers;
        sum = all;
    }
}
