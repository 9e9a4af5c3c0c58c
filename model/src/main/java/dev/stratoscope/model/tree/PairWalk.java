package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through two stacks in step, breadth first, and keeps what is not the same. Folders that are
 * the same are kept while it is not known whether something below them is not. Not for several
 * threads.
 */
final class PairWalk {
    private static final int[] NONE = {};

    private final PairSide before;
    private final PairSide after;
    private final TreePair.Judge judge;
    private final IntList parent = new IntList();
    private final IntList layerBefore = new IntList();
    private final IntList nodeBefore = new IntList();
    private final IntList layerAfter = new IntList();
    private final IntList nodeAfter = new IntList();
    private final BitSet kept = new BitSet();

    /** Nodes at names of touched files. */
    private final List<Integer> named = new ArrayList<>();

    private final Deque<Pending> open = new ArrayDeque<>();

    /** A directory with the layers that add to it on both sides. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class, never changed or compared
    private record Pending(int at, int[] before, int[] after) {}

    PairWalk(PairSide before, PairSide after, TreePair.Judge judge) {
        this.before = before;
        this.after = after;
        this.judge = judge;
    }

    void run() throws InterruptedIOException {
        before.toRoot();
        after.toRoot();
        kept.set(0);
        add(-1, true, true);
        while (!open.isEmpty()) {
            expand(open.remove());
        }
    }

    private void expand(Pending directory) throws InterruptedIOException {
        before.open(directory.before, directory.after);
        after.open(directory.after, directory.before);
        boolean whole = before.isWhole() && after.isWhole();
        judge.looked(whole ? goThrough(directory.at) : pick(directory.at));
    }

    /** Looks at all names. */
    private int goThrough(int above) {
        before.toFirst();
        after.toFirst();
        int looked = 0;
        boolean old = before.lookAtNext();
        boolean now = after.lookAtNext();
        while (old || now) {
            int order = !old ? 1 : !now ? -1 : before.compareNames(after);
            add(above, order <= 0, order >= 0);
            looked++;
            if (order <= 0) {
                old = before.lookAtNext();
            }
            if (order >= 0) {
                now = after.lookAtNext();
            }
        }
        return looked;
    }

    /** Looks at the names that need be, wherever the layers have them. */
    private int pick(int above) {
        int looked = 0;
        int a = before.least();
        int b = after.least();
        while (a >= 0 || b >= 0) {
            boolean first = isFirst(a, b);
            LayerIndex index = first ? before.index(a) : after.index(b);
            int node = first ? before.node(a) : after.node(b);
            before.lookAt(index, node);
            after.lookAt(index, node);
            add(above, true, true);
            looked++;
            a = before.least();
            b = after.least();
        }
        return looked;
    }

    /** Whether the old side's cursor has the least name; -1 stands for none. */
    private boolean isFirst(int a, int b) {
        return b < 0
                || (a >= 0
                        && before.index(a)
                                        .compareNames(before.node(a), after.index(b), after.node(b))
                                <= 0);
    }

    /**
     * Adds a path, if it is to be kept or gone on from.
     *
     * @param old whether the old side stands at it; elsewise it has nothing there
     * @param now whether the new side does
     */
    private void add(int above, boolean old, boolean now) {
        boolean root = above < 0;
        int layer = old ? before.shown() : -1;
        int node = before.shownNode();
        int otherLayer = now ? after.shown() : -1;
        int otherNode = after.shownNode();
        if (layer < 0 && otherLayer < 0 && !root) {
            return;
        }
        boolean both = layer >= 0 && otherLayer >= 0;
        boolean linked =
                (layer >= 0 && before.files().hasOtherNames(layer, node))
                        || (otherLayer >= 0 && after.files().hasOtherNames(otherLayer, otherNode));
        boolean sameFile = both && isSameFile(layer, node, otherLayer, otherNode, linked);
        boolean same =
                sameFile
                        || (both
                                && judge.isSame(
                                        before.entry(layer, node),
                                        after.entry(otherLayer, otherNode)));
        if (linked && !sameFile) {
            touch(before, layer, node);
            touch(after, otherLayer, otherNode);
        }
        boolean isName =
                linked
                        && (!sameFile
                                || (layer >= 0 && before.isNameOfTouched(layer, node))
                                || (otherLayer >= 0
                                        && after.isNameOfTouched(otherLayer, otherNode)));
        int[] parts = layer < 0 ? NONE : before.parts();
        int[] otherParts = otherLayer < 0 ? NONE : after.parts();
        boolean goesOn = !before.isCommon(parts, after, otherParts);
        int at = parent.size();
        if (!same) {
            kept.set(at);
        }
        if (isName) {
            named.add(at);
        }
        if (goesOn) {
            open.add(new Pending(at, parts, otherParts));
        }
        if (!same || isName || goesOn || root) {
            parent.add(above);
            layerBefore.add(layer);
            nodeBefore.add(node);
            layerAfter.add(otherLayer);
            nodeAfter.add(otherNode);
        }
    }

    private boolean isSameFile(int layer, int node, int otherLayer, int otherNode, boolean linked) {
        return node == otherNode
                && before.id(layer) == after.id(otherLayer)
                && (!linked
                        || before.isSameFile(
                                before.files().file(layer, node),
                                after,
                                after.files().file(otherLayer, otherNode)));
    }

    private static void touch(PairSide side, int layer, int node) {
        if (layer >= 0) {
            side.touch(layer, node);
        }
    }

    /** Of files whose names are not the same on both sides keeps all names. */
    void keepNames() {
        Map<Long, List<Integer>> filesBefore = files(before, layerBefore, nodeBefore);
        Map<Long, List<Integer>> filesAfter = files(after, layerAfter, nodeAfter);
        keepNames(filesBefore, filesAfter, after, layerAfter, nodeAfter);
        keepNames(filesAfter, filesBefore, before, layerBefore, nodeBefore);
    }

    private Map<Long, List<Integer>> files(PairSide side, IntList layers, IntList nodes) {
        Map<Long, List<Integer>> files = new HashMap<>();
        for (int at : named) {
            if (layers.get(at) >= 0) {
                long file = side.files().file(layers.get(at), nodes.get(at));
                files.computeIfAbsent(file, _ -> new ArrayList<>()).add(at);
            }
        }
        return files;
    }

    private void keepNames(
            Map<Long, List<Integer>> files,
            Map<Long, List<Integer>> others,
            PairSide other,
            IntList layers,
            IntList nodes) {
        for (List<Integer> names : files.values()) {
            int first = names.getFirst();
            List<Integer> otherNames =
                    layers.get(first) < 0
                            ? List.of()
                            : others.get(other.files().file(layers.get(first), nodes.get(first)));
            if (!names.equals(otherNames) || names.stream().anyMatch(kept::get)) {
                names.forEach(kept::set);
            }
        }
    }

    /** What is kept, with the folders above it. */
    TreePair trees() throws ImageFormatException {
        for (int at = parent.size() - 1; at > 0; at--) {
            if (kept.get(at)) {
                kept.set(parent.get(at));
            }
        }
        return new TreePair(
                tree(before, layerBefore, nodeBefore), tree(after, layerAfter, nodeAfter));
    }

    private FileTree tree(PairSide side, IntList layers, IntList nodes)
            throws ImageFormatException {
        if (side.layers().isEmpty()) {
            return FileTree.EMPTY;
        }
        int[] numbers = new int[parent.size()];
        int count = 0;
        for (int at = kept.nextSetBit(0); at >= 0; at = kept.nextSetBit(at + 1)) {
            if (layers.get(at) >= 0) {
                numbers[at] = count++;
            }
        }
        int[] parents = new int[count];
        int[] firstChild = new int[count + 1];
        short[] fromLayer = new short[count];
        int[] inLayer = new int[count];
        int next = 0;
        for (int at = kept.nextSetBit(0); at >= 0; at = kept.nextSetBit(at + 1)) {
            if (layers.get(at) >= 0) {
                int above = at == 0 ? -1 : numbers[parent.get(at)];
                parents[next] = above;
                fromLayer[next] = (short) layers.get(at);
                inLayer[next++] = nodes.get(at);
                if (above >= 0) {
                    firstChild[above + 1]++;
                }
            }
        }
        firstChild[0] = 1;
        for (int at = 0; at < count; at++) {
            firstChild[at + 1] += firstChild[at];
        }
        return FileTree.of(side.layers(), parents, firstChild, fromLayer, inLayer);
    }
}
