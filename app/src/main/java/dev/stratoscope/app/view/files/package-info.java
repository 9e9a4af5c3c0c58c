/**
 * The file tree: a flat, filtered list of rows over the columnar index of a changeset, shown by a
 * virtualised table.
 *
 * <p>{@link dev.stratoscope.app.view.files.FileRows} is the model: a few arrays of the rows that
 * are open, made from {@link dev.stratoscope.app.view.files.Kept}, which knows what a filter keeps.
 * Without a search nothing looks at more than what is open. A text is searched for over all nodes
 * in the background ({@link dev.stratoscope.app.view.files.Hits}), once for all layers of a
 * timeline, since their nodes are the same. {@link dev.stratoscope.app.view.files.Filtering}
 * decides what is done between two frames and what in the background. {@link
 * dev.stratoscope.app.view.files.FileTable} shows the rows. There is no object a file; rows are
 * made as cells ask.
 *
 * <p>{@link dev.stratoscope.app.view.files.FileTools} is what stands around the rows: {@link
 * dev.stratoscope.app.view.files.FileColumns} chosen by a person, menus, keys, copies. What takes
 * the image itself, such as extracting, is asked of {@link
 * dev.stratoscope.app.view.files.FileActs}. A copied row is the line that the command line lists
 * for it, written by the same code.
 *
 * <p>At most ten thousand rows can be selected at once: the table keeps an object a selected row,
 * and a hundred thousand of them stop the screen for seconds.
 */
package dev.stratoscope.app.view.files;
