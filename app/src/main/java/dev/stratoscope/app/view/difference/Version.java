package dev.stratoscope.app.view.difference;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Contents;

/**
 * One of two versions of a file.
 *
 * @param title what it is of, such as {@code nginx:1.22}
 * @param layer the number of the layer that it is from, -1 for none
 * @param instruction the instruction that made the layer; may be empty
 * @param contents the bytes of files
 * @param state what is known of it
 */
public record Version(
        String title, int layer, String instruction, Contents contents, PathState state) {}
