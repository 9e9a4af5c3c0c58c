package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.FileTree;

/**
 * What COPY and ADD take files from: a context, a stage or an image.
 *
 * @param name for messages: {@code the context}, {@code stage build}
 * @param tree its files; of a context those only that the patterns reach
 * @param contents their bytes
 */
record Sources(String name, FileTree tree, Contents contents) {}
