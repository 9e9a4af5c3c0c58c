package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.Arrays;
import java.util.BitSet;

/** Walks a tree depth first through open folders, without recursion, and lists what it meets. */
final class Flattening {
    private static final int DEEPEST_SHOWN = 255;

    private int[] rows = new int[256];
    private byte[] depths = new byte[256];
    private int count;

    Flattening(Changeset changes, BitSet kept, BitSet open, SiblingOrder order) {
        int[] stack = new int[256];
        int[] stackDepth = new int[256];
        int top = 0;
        int[] children = new int[64];
        int folder = 0;
        int depth = 0;
        while (true) {
            int from = changes.firstChild(folder);
            int end = changes.endOfChildren(folder);
            int found = 0;
            for (int child = kept.nextSetBit(from);
                    child >= 0 && child < end;
                    child = kept.nextSetBit(child + 1)) {
                if (found == children.length) {
                    children = Arrays.copyOf(children, found * 2);
                }
                children[found++] = child;
            }
            order.sort(children, found);
            if (top + found > stack.length) {
                int wanted = Math.max(stack.length * 2, top + found);
                stack = Arrays.copyOf(stack, wanted);
                stackDepth = Arrays.copyOf(stackDepth, wanted);
            }
            for (int i = found - 1; i >= 0; i--) {
                stack[top] = children[i];
                stackDepth[top++] = depth;
            }
            boolean descended = false;
            while (top > 0 && !descended) {
                int node = stack[--top];
                int own = stackDepth[top];
                add(node, own);
                if (open.get(node)) {
                    folder = node;
                    depth = own + 1;
                    descended = true;
                }
            }
            if (!descended) {
                return;
            }
        }
    }

    int[] rows() {
        return Arrays.copyOf(rows, count);
    }

    byte[] depths() {
        return Arrays.copyOf(depths, count);
    }

    private void add(int node, int depth) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
        }
        rows[count] = node;
        depths[count++] = (byte) Math.min(depth, DEEPEST_SHOWN);
    }
}
