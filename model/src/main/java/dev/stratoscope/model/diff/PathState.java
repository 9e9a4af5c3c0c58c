package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/** What a file system has at one path. Immutable. */
public interface PathState {
    /** The kind of file; of several names of one file all but one are hard links. */
    EntryType type();

    /** The layer the attributes come from, from 0 at the bottom; -1 for one no layer speaks of. */
    int layer();

    /** Whether it is a directory that no layer's entry names. */
    boolean isImplied();

    /** Everything said of it. */
    Attributes attributes();

    /** The length in bytes of a regular file, also under its other names; 0 for all others. */
    long fileSize();

    /** The path that a hard link is another name of; null for all else. */
    @Nullable ByteString sameAs();

    /** The regular file, under whatever name; null when it is none. */
    @Nullable Entry entry();
}
