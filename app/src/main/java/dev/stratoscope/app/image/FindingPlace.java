package dev.stratoscope.app.image;

import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where in an image a finding is.
 *
 * @param layer from 0 at the bottom
 * @param path the path it is about; null for the layer as a whole
 */
record FindingPlace(int layer, @Nullable ByteString path) {
    /**
     * The place a finding tells of.
     *
     * @param layers the layers that were read, bottom first
     * @return null when it is about the image as a whole
     */
    static @Nullable FindingPlace of(Finding finding, List<LayerFacts> layers) {
        int layer = finding.layer();
        if (layer < 0) {
            return null;
        }
        String path = finding.path();
        return new FindingPlace(
                layer,
                path == null || layer >= layers.size() ? null : path(path, layers.get(layer)));
    }

    /** The path, if it can be shown; one that had to be escaped to be told of cannot be found. */
    private static @Nullable ByteString path(String told, LayerFacts layer) {
        try {
            ByteString path = EntryPath.clean(ByteString.of(told));
            return !path.isEmpty() && layer.index().findShown(path) >= 0 ? path : null;
        } catch (ImageFormatException e) {
            // A name that is no path was not taken into the index.
            return null;
        }
    }
}
