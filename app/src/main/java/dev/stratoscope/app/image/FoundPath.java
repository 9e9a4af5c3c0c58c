package dev.stratoscope.app.image;

import dev.stratoscope.model.tree.ByteString;

/**
 * A path of an image that was sought by a part of its name. Immutable.
 *
 * @param folder whether it is a folder
 */
public record FoundPath(ByteString path, boolean folder) {}
