package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.OriginalImage;
import dev.stratoscope.model.image.Reference;

import java.util.List;

/**
 * An image that is to be kept in the store.
 *
 * @param original where it lies now
 * @param names the names it is to have, with tags; may be empty
 */
public record Arrival(OriginalImage original, List<Reference> names) {
    /** Copies the list. */
    public Arrival {
        names = List.copyOf(names);
    }
}
