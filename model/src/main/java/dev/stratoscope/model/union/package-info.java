/**
 * A {@link java.nio.file.FileSystem} over the layers of an image, with a writable layer on top.
 *
 * <p>What is read comes straight from the layers' blobs; what is written goes into an {@link
 * dev.stratoscope.model.union.Upper}, by copying a file up when it is first written to. Names that
 * are removed are whiteouts there, folders that were replaced are opaque (image-spec, layer.md).
 * Symbolic links are followed inside the root and nowhere else.
 */
package dev.stratoscope.model.union;
