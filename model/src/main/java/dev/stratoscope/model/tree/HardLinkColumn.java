package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

/** The hard links of a layer and what they are names of. Immutable. */
final class HardLinkColumn {
    private final int count;
    private final NumberColumn nodes;
    private final NumberColumn targets;

    private HardLinkColumn(int count, NumberColumn nodes, NumberColumn targets) {
        this.count = count;
        this.nodes = nodes;
        this.targets = targets;
    }

    static HardLinkColumn of(IndexReader from) throws ImageFormatException {
        return new HardLinkColumn(
                from.hardLinks(),
                from.numbers(IndexForm.HARD_LINKS),
                from.numbers(IndexForm.HARD_LINK_TARGETS));
    }

    int count() {
        return count;
    }

    /** The node of a link; they ascend. */
    int node(int link) {
        return nodes.getInt(link);
    }

    /** The target of a link, as {@link #place}. */
    int target(int link) {
        return targets.getInt(link);
    }

    /** As {@link LayerIndex#hardLinkPlace}. */
    int place(int node) {
        int at = nodes.find(node, count);
        return at < 0 ? -1 : targets.getInt(at);
    }
}
