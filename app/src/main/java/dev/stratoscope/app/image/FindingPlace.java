package dev.stratoscope.app.image;

import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an image a finding is.
 *
 * @param layer from 0 at the bottom
 * @param path the path it is about; null for the layer as a whole
 */
record FindingPlace(int layer, @Nullable ByteString path) {
    private static final Pattern LAYER = Pattern.compile("layer (\\d{1,9})");

    /**
     * The place a finding tells of.
     *
     * @param layers the layers that were read, bottom first
     * @return null when it is about the image as a whole
     */
    static @Nullable FindingPlace of(Finding finding, List<LayerFacts> layers) {
        Matcher layer = LAYER.matcher(finding.subject());
        if (!layer.matches()) {
            return null;
        }
        int number = Integer.parseInt(layer.group(1));
        return new FindingPlace(
                number,
                number < layers.size() ? path(finding.message(), layers.get(number)) : null);
    }

    /** A message about a path begins with it; the longest beginning that is one is meant. */
    private static @Nullable ByteString path(String message, LayerFacts layer) {
        for (int end = message.lastIndexOf(' '); end > 0; end = message.lastIndexOf(' ', end - 1)) {
            try {
                ByteString path = EntryPath.clean(ByteString.of(message.substring(0, end)));
                if (!path.isEmpty() && layer.index().findShown(path) >= 0) {
                    return path;
                }
            } catch (ImageFormatException e) {
                // These words are no path, so they are none of the layer's either.
            }
        }
        return null;
    }
}
