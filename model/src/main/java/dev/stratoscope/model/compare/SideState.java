package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * What a side has at a path, with its layer numbered as in the image.
 *
 * @param state with the layer numbered from the side's first one
 * @param lowest the number of that one in the image
 */
record SideState(PathState state, int lowest) implements PathState {
    /** Null where there is none. */
    static @Nullable PathState of(@Nullable PathState state, int lowest) {
        return state == null || lowest == 0 ? state : new SideState(state, lowest);
    }

    /** A file with its layer numbered as in the image; null where there is none. */
    static @Nullable Entry raised(@Nullable Entry entry, int lowest) {
        return entry == null || lowest == 0
                ? entry
                : new Entry(
                        entry.path(),
                        entry.layer() + lowest,
                        entry.size(),
                        entry.offset(),
                        entry.sparse(),
                        entry.digest());
    }

    @Override
    public EntryType type() {
        return state.type();
    }

    @Override
    public int layer() {
        return state.layer() < 0 ? -1 : state.layer() + lowest;
    }

    @Override
    public boolean isImplied() {
        return state.isImplied();
    }

    @Override
    public Attributes attributes() {
        return state.attributes();
    }

    @Override
    public long fileSize() {
        return state.fileSize();
    }

    @Override
    public @Nullable ByteString sameAs() {
        return state.sameAs();
    }

    @Override
    public @Nullable Entry entry() {
        return raised(state.entry(), lowest);
    }
}
