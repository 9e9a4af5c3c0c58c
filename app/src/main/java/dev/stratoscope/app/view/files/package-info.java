/**
 * The file tree: a flat, filtered list of rows over the columnar index of a changeset, shown by a
 * virtualised table.
 *
 * <p>{@link dev.stratoscope.app.view.files.FileRows} is the model: pure, immutable, computed off
 * the JavaFX thread, a million paths in a few arrays. {@link
 * dev.stratoscope.app.view.files.FileTable} shows it. There is no object a file; rows are made as
 * cells ask.
 */
package dev.stratoscope.app.view.files;
