package dev.stratoscope.app.images.map;

import dev.stratoscope.model.image.KeptImage;

/**
 * An image of the map.
 *
 * @param label what it is called there
 */
public record MapRow(KeptImage image, String label) {}
