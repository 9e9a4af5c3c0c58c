package dev.stratoscope.model.build;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * One version of a regular file that a step copies. Immutable.
 *
 * @param entry what {@code contents} opens
 * @param contents its bytes, where they lie
 */
public record CopiedFile(Attributes attributes, Entry entry, Contents contents)
        implements PathState {
    @Override
    public EntryType type() {
        return EntryType.FILE;
    }

    @Override
    public int layer() {
        return -1;
    }

    @Override
    public boolean isImplied() {
        return false;
    }

    @Override
    public long fileSize() {
        return entry.size();
    }

    @Override
    public @Nullable ByteString sameAs() {
        return null;
    }
}
