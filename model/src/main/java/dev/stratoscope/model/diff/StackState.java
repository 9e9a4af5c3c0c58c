package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * What a stack of layers shows at a path as of a layer.
 *
 * @param timeline the stack
 * @param at the path's node
 * @param version what it is; no removal
 * @param asOf the layer
 */
record StackState(Timeline timeline, int at, int version, int asOf) implements PathState {
    @Override
    public EntryType type() {
        return timeline.type(at, version, asOf);
    }

    @Override
    public int layer() {
        return timeline.nodes().layer(version);
    }

    @Override
    public boolean isImplied() {
        return timeline.entry(at, version, asOf).isImplied();
    }

    @Override
    public Attributes attributes() {
        return timeline.entry(at, version, asOf).attributes();
    }

    @Override
    public long fileSize() {
        return timeline.entry(at, version, asOf).fileSize();
    }

    @Override
    public @Nullable ByteString sameAs() {
        return timeline.linkedTo(at, version, asOf);
    }

    @Override
    public @Nullable Entry entry() {
        return timeline.entry(at, version, asOf).entry();
    }
}
