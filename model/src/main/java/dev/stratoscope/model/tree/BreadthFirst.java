package dev.stratoscope.model.tree;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Puts the nodes of a trie in breadth-first order, siblings sorted by name, and leaves dead ones
 * out.
 */
final class BreadthFirst {
    private final Trie trie;
    private final IntPredicate live;

    BreadthFirst(Trie trie, IntPredicate live) {
        this.trie = trie;
        this.live = live;
    }

    /** The trie's numbers of the live nodes, in the new order. */
    int[] order() {
        int count = trie.size();
        int[] start = new int[count + 1];
        for (int node = 1; node < count; node++) {
            start[trie.parent(node) + 1]++;
        }
        for (int i = 0; i < count; i++) {
            start[i + 1] += start[i];
        }
        int[] grouped = new int[count];
        int[] fill = Arrays.copyOf(start, count);
        for (int node = 1; node < count; node++) {
            grouped[fill[trie.parent(node)]++] = node;
        }
        int[] order = new int[count];
        int[] spare = new int[count];
        int length = 1;
        for (int i = 0; i < length; i++) {
            int from = start[order[i]];
            int to = start[order[i] + 1];
            sort(grouped, spare, from, to);
            for (int child = from; child < to; child++) {
                if (live.test(grouped[child])) {
                    order[length++] = grouped[child];
                }
            }
        }
        return Arrays.copyOf(order, length);
    }

    private void sort(int[] nodes, int[] spare, int from, int to) {
        if (to - from < 2 || isSorted(nodes, from, to)) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(nodes, spare, from, middle);
        sort(nodes, spare, middle, to);
        System.arraycopy(nodes, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft =
                    right == to || (left < middle && compare(spare[left], spare[right]) <= 0);
            nodes[at] = takeLeft ? spare[left++] : spare[right++];
        }
    }

    private boolean isSorted(int[] nodes, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (compare(nodes[i - 1], nodes[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private int compare(int a, int b) {
        return trie.names().compare(a, trie.names(), b);
    }
}
