package dev.stratoscope.model.compare;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.List;

/**
 * One of two file systems that are compared: a stack of layers, or a single one.
 *
 * @param layers bottom first; may be empty
 * @param diffIds the digests of the layers' tars, as many
 * @param lowest the number that the first layer has in its image, from 0 at the bottom
 */
public record Side(List<LayerIndex> layers, List<Digest> diffIds, int lowest) {
    /** Copies the lists. */
    public Side {
        layers = List.copyOf(layers);
        diffIds = List.copyOf(diffIds);
        if (layers.size() != diffIds.size()) {
            throw new IllegalArgumentException(
                    layers.size() + " layers, " + diffIds.size() + " diffIDs");
        }
    }
}
