/**
 * One layer, or a stack of layers, as a compact immutable index of entries with content digests.
 *
 * <p>Two shapes, both columns of numbers and one pool of names instead of an object a file:
 *
 * <ul>
 *   <li>{@link dev.stratoscope.model.tree.LayerIndex}: what one layer's tar says, whiteouts and
 *       opaque marks included;
 *   <li>{@link dev.stratoscope.model.tree.FileTree}: the file system that a stack of layers shows.
 *       It holds no attributes, only, for each node, which layer it comes from and which node
 *       there.
 * </ul>
 *
 * <p>Nodes are numbered breadth first: the root is 0, the children of a node are one run of numbers
 * sorted by the bytes of their names, and a child's number is always larger than its parent's. So
 * children are found by bisection, sums over folders are one loop backwards, and two trees are
 * merged or compared by walking both in step.
 *
 * <p>{@link dev.stratoscope.model.tree.TreePair} holds of two stacks only what is not the same,
 * from one walk over both that passes by what their layers have in common.
 *
 * <p>A layer's index is one run of bytes, the same in memory as in a file, so that an index that
 * was kept is opened by mapping it and its columns take no heap. {@link
 * dev.stratoscope.model.tree.LayerIndex#of} looks at all of it once, since the file may be damaged
 * or made by somebody else: beyond that check every number leads somewhere and every walk ends. All
 * of it is native memory, read through buffers: a second kind would make each read choose.
 *
 * <p>Paths are bytes: names that are not UTF-8 stay what they are. A path has no leading slash and
 * no dot parts.
 */
package dev.stratoscope.model.tree;
