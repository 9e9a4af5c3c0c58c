package dev.stratoscope.model.tree;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Finds or makes the node for a name below a parent: an open-addressing table over a pool of names.
 */
final class Trie {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long FACTOR = 0x9FB21C651E98DF25L;

    private final Names names = new Names(1024, 16384);
    private final IntList parents = new IntList();
    private final long seed = RANDOM.nextLong();
    private int[] table = new int[2048];

    Trie() {
        Arrays.fill(table, -1);
        names.add(new byte[0], 0, 0);
        parents.add(-1);
    }

    int size() {
        return parents.size();
    }

    int parent(int node) {
        return parents.get(node);
    }

    Names names() {
        return names;
    }

    /** The child of that name; -1 when there is none. */
    int find(int parent, byte[] path, int from, int to) {
        int mask = table.length - 1;
        for (int at = hash(parent, path, from, to) & mask; table[at] >= 0; at = (at + 1) & mask) {
            int node = table[at];
            if (parents.get(node) == parent && names.equals(node, path, from, to)) {
                return node;
            }
        }
        return -1;
    }

    /** The child of that name; a new one has the number that {@link #size()} was. */
    int child(int parent, byte[] path, int from, int to) {
        int mask = table.length - 1;
        int at = hash(parent, path, from, to) & mask;
        while (table[at] >= 0) {
            int node = table[at];
            if (parents.get(node) == parent && names.equals(node, path, from, to)) {
                return node;
            }
            at = (at + 1) & mask;
        }
        int node = parents.add(parent);
        names.add(path, from, to);
        table[at] = node;
        if (size() * 2 > table.length) {
            grow();
        }
        return node;
    }

    private void grow() {
        int[] bigger = new int[table.length * 2];
        Arrays.fill(bigger, -1);
        int mask = bigger.length - 1;
        for (int node = 1; node < size(); node++) {
            byte[] name = new byte[names.length(node)];
            names.copy(node, name, 0);
            int at = hash(parents.get(node), name, 0, name.length) & mask;
            while (bigger[at] >= 0) {
                at = (at + 1) & mask;
            }
            bigger[at] = node;
        }
        table = bigger;
    }

    /**
     * Seeded, and mixed at every byte, so that nobody can choose names that all fall on one place.
     */
    private int hash(int parent, byte[] path, int from, int to) {
        long hash = seed ^ (parent * 0x9E3779B97F4A7C15L);
        for (int i = from; i < to; i++) {
            hash = (hash ^ path[i]) * FACTOR;
            hash ^= hash >>> 29;
        }
        hash *= 0xBF58476D1CE4E5B9L;
        return (int) (hash ^ (hash >>> 32));
    }
}
