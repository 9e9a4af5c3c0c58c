package dev.stratoscope.model.image;

import java.util.List;

/**
 * What removing or pruning did.
 *
 * @param untagged the names that were taken away
 * @param deleted the ids of the images that are gone
 * @param freed the bytes on disk that were freed
 */
public record Removal(List<Reference> untagged, List<Digest> deleted, long freed) {
    /** Copies the lists. */
    public Removal {
        untagged = List.copyOf(untagged);
        deleted = List.copyOf(deleted);
    }
}
