package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One entry of a tar.
 *
 * @param path the name as written
 * @param attributes what the headers say, with the logical size
 * @param offset where the stored bytes begin
 * @param stored how many bytes are stored; less than the size of a sparse file
 * @param sparse where the stored bytes belong; null for a file stored whole
 */
public record TarEntry(
        ByteString path,
        Attributes attributes,
        long offset,
        long stored,
        @Nullable List<Entry.Extent> sparse) {}
