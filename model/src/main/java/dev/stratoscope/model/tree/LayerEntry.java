package dev.stratoscope.model.tree;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a layer that is to be written. Immutable.
 *
 * @param path its name as it stands in the tar: directories end in a slash, whiteouts have their
 *     marker's name
 * @param attributes what the header says
 * @param file the regular file whose bytes it carries; null for all others, whiteouts included
 */
public record LayerEntry(ByteString path, Attributes attributes, @Nullable Entry file) {}
