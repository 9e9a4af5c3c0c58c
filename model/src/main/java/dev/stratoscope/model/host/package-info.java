/**
 * The machine's own file system, reached one confined step at a time.
 *
 * <p>{@link dev.stratoscope.model.host.Directory} is an open folder. Each of its calls takes one
 * name, never a path, and follows no symbolic link, so whatever lies in a destination, and whoever
 * changes it meanwhile, nothing outside the opened folder is reached. {@link
 * dev.stratoscope.model.host.Extraction} writes a part of an image through it.
 *
 * <p>Invariants: a path is used once, to open the folder the user named; from there on only
 * descriptors and names count, so there is no check that a later use could belie. What is made is
 * made exclusively, and takes the place of a file or link only by renaming. A folder is never
 * removed or replaced, and nothing but regular files is ever opened for writing. Attributes are set
 * by descriptor, or by name without following.
 *
 * <p>Decisions: Java's own file system has no {@code mkdirat}, {@code symlinkat} or {@code linkat},
 * also not with a {@code SecureDirectoryStream}, so on Linux and macOS the C library is called.
 * Elsewhere, which is Windows, java.nio is used with paths: each step looks at its folder again and
 * refuses links and junctions, but somebody who swaps a folder between the look and the use can
 * still lead a step astray. Descriptors are bounded whatever the depth; a folder that was closed is
 * reached again step by step from the one first opened.
 */
package dev.stratoscope.model.host;
