package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.canvas.Face;
import dev.stratoscope.resources.Fonts;

import javafx.scene.text.Font;

/** The type the map is set in; sizes are in pixels. */
enum MapFace implements Face {
    /** Names of images. */
    NAME(Fonts.UI, 13),
    /** Names of images that are selected or have the layer that is pointed at. */
    STRONG(Fonts.UI_STRONG, 13),
    /** What a column is. */
    HEAD(Fonts.UI_STRONG, 11),
    /** Sizes and words in blocks. */
    CAPTION(Fonts.UI, 11);

    private final String family;
    private final double size;

    MapFace(String family, double size) {
        this.family = family;
        this.size = size;
    }

    @Override
    public Font font() {
        return Font.font(family, size);
    }
}
