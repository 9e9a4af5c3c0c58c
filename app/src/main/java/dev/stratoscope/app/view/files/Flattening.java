package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.Arrays;
import java.util.BitSet;

/** Walks a tree depth first through open folders, without recursion, and lists what it meets. */
final class Flattening {
    private int[] rows = new int[256];
    private short[] depths = new short[256];
    private int count;

    /**
     * Lists what lies below a folder.
     *
     * @param top the folder, which is not listed itself and counts as open
     * @param depth that of its children
     */
    Flattening(Kept kept, BitSet open, SiblingOrder order, int top, int depth) {
        Changeset changes = kept.changes();
        int[] stack = new int[256];
        int[] stackDepth = new int[256];
        int waiting = 0;
        int[] children = new int[64];
        int folder = top;
        int below = depth;
        while (folder >= 0) {
            int end = changes.endOfChildren(folder);
            int found = 0;
            for (int child = changes.firstChild(folder); child < end; child++) {
                if (kept.isKept(child)) {
                    if (found == children.length) {
                        children = Arrays.copyOf(children, found * 2);
                    }
                    children[found++] = child;
                }
            }
            order.sort(children, found);
            if (waiting + found > stack.length) {
                int wanted = Math.max(stack.length * 2, waiting + found);
                stack = Arrays.copyOf(stack, wanted);
                stackDepth = Arrays.copyOf(stackDepth, wanted);
            }
            for (int i = found - 1; i >= 0; i--) {
                stack[waiting] = children[i];
                stackDepth[waiting++] = below;
            }
            folder = -1;
            while (waiting > 0 && folder < 0) {
                int node = stack[--waiting];
                int own = stackDepth[waiting];
                add(node, own);
                if (open.get(node) && changes.firstChild(node) < changes.endOfChildren(node)) {
                    folder = node;
                    below = own + 1;
                }
            }
        }
    }

    int[] rows() {
        return Arrays.copyOf(rows, count);
    }

    short[] depths() {
        return Arrays.copyOf(depths, count);
    }

    private void add(int node, int depth) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
        }
        rows[count] = node;
        depths[count++] = (short) Math.min(depth, Short.MAX_VALUE);
    }
}
