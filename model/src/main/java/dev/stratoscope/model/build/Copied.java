package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerEntry;

import java.io.IOException;
import java.util.List;

/**
 * What a COPY, ADD or WORKDIR writes, before it is written. Immutable.
 *
 * @param parts what its result depends on beside parent and instruction: a part a path
 * @param maker says what is written; what takes long and the parts do not need is done then
 */
record Copied(List<KeyPart> parts, Maker maker) {
    /** Copies the list. */
    Copied {
        parts = List.copyOf(parts);
    }

    /** Says what is written. */
    interface Maker {
        Layer make() throws IOException;
    }

    /**
     * A layer to be written. Immutable.
     *
     * @param entries in the order of the tar
     * @param contents the bytes of its files
     */
    record Layer(List<LayerEntry> entries, Contents contents) {
        /** Copies the list. */
        Layer {
            entries = List.copyOf(entries);
        }
    }
}
