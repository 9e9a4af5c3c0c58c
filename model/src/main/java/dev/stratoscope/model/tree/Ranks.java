package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.NumberColumn.LONG;

import java.lang.foreign.MemorySegment;
import java.util.function.IntPredicate;

/**
 * Which nodes have something, and the how-manieth of them a node is: for 64 nodes a word of bits
 * and the number of bits in all words before. Immutable.
 */
final class Ranks {
    private static final int BLOCK = 2 * Long.BYTES;

    private final MemorySegment blocks;

    Ranks(MemorySegment blocks) {
        this.blocks = blocks;
    }

    /** The place of a node among those that have it, from 0; -1 when it has not. */
    int rank(int node) {
        long block = (long) (node >>> 6) * BLOCK;
        long bits = blocks.get(LONG, block);
        long bit = 1L << node;
        return (bits & bit) == 0
                ? -1
                : (int) blocks.get(LONG, block + Long.BYTES) + Long.bitCount(bits & (bit - 1));
    }

    /** The length in bytes of the form for so many nodes. */
    static long bytes(int nodes) {
        return (nodes + 63L) / 64 * BLOCK;
    }

    static void write(MemorySegment to, int nodes, IntPredicate has) {
        long before = 0;
        for (int first = 0; first < nodes; first += Long.SIZE) {
            long bits = 0;
            for (int node = first; node < Math.min(nodes, first + Long.SIZE); node++) {
                bits |= has.test(node) ? 1L << node : 0;
            }
            long block = (long) (first >>> 6) * BLOCK;
            to.set(LONG, block, bits);
            to.set(LONG, block + Long.BYTES, before);
            before += Long.bitCount(bits);
        }
    }

    /** How many nodes have it. */
    long count(int nodes) {
        long last = (long) ((nodes - 1) >>> 6) * BLOCK;
        return blocks.get(LONG, last + Long.BYTES) + Long.bitCount(blocks.get(LONG, last));
    }

    /** Whether the sums are those of the bits, and no bit is beyond the last node. */
    boolean isSound(int nodes) {
        long before = 0;
        for (int first = 0; first < nodes; first += Long.SIZE) {
            long block = (long) (first >>> 6) * BLOCK;
            long bits = blocks.get(LONG, block);
            int left = nodes - first;
            boolean beyond = left < Long.SIZE && bits >>> left != 0;
            if (beyond || blocks.get(LONG, block + Long.BYTES) != before) {
                return false;
            }
            before += Long.bitCount(bits);
        }
        return true;
    }
}
