package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerEntry;

import java.util.List;

/**
 * What a COPY or ADD writes, before it is written. Immutable.
 *
 * @param entries of its layer, in the order of the tar
 * @param contents the bytes of its files
 * @param parts what its result depends on beside parent and instruction: a part a path
 */
record Copied(List<LayerEntry> entries, Contents contents, List<KeyPart> parts) {
    /** Copies the lists. */
    Copied {
        entries = List.copyOf(entries);
        parts = List.copyOf(parts);
    }
}
