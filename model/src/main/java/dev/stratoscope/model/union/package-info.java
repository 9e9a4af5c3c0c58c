/**
 * A {@link java.nio.file.FileSystem} over the layers of an image, with a writable layer on top.
 *
 * <p>{@link dev.stratoscope.model.union.UnionFileSystem} shows a {@link
 * dev.stratoscope.model.tree.FileTree} whose bytes come straight from the layers' blobs; what is
 * written goes into an {@link dev.stratoscope.model.union.Upper}, which only says what it was told
 * and knows nothing of the layers. {@link dev.stratoscope.model.union.JournaledUpper} is the codec
 * of our own, for every platform and without privilege, which any number of programs may have open;
 * overlayfs's is in {@code snapshot}.
 *
 * <p>It behaves as a file system of Linux does to root, in what succeeds, what is refused, and with
 * which exception the JDK tells of it. Where the JDK does in two steps what is one here, such as
 * moving over something, it is one.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing is resolved but names in folders: links lead on from the root or the folder they
 *       are in, nothing is above the root, and no name of the layers is ever given to the machine.
 *   <li>A whiteout stands only where the lower tree has the name, and a folder is opaque where the
 *       lower tree has one of that name and it is not to be seen. So the upper is a layer
 *       (image-spec, layer.md), and applying it to the others gives what the file system shows.
 *   <li>Each call of an Upper leaves the tree right: things are copied up, and folders made ready
 *       to be moved, without any change to what is shown; one call makes the change. A program may
 *       be killed between any two.
 *   <li>What is read costs the depth of its path, or the names in its folder; nothing grows with
 *       the image.
 *   <li>Pipes and devices are shown and never opened. Only {@code java.nio.file} exceptions come
 *       out, naming paths of this file system, with what lay beneath as their cause.
 * </ul>
 *
 * <p>Decisions: one lock for all but the bytes of lower files, since an Upper is for one thread. A
 * file is copied up when it is opened for writing; who has it open for reading goes on seeing the
 * old bytes, and a hard link of a lower layer breaks, both as with overlayfs. Moving a folder
 * copies what the lower layers have of it, since layers know no renaming. Names that begin with
 * {@code .wh.} are refused: no layer could hold them. There is one time a file, since layers have
 * one. The owner's names are in the image's own files, so here users are numbers.
 */
package dev.stratoscope.model.union;
