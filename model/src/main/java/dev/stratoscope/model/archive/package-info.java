/**
 * Bytes to values: the layer tar codec, compressors, and the containers images come in.
 *
 * <p>Everything is read where it lies and nothing is copied. {@link
 * dev.stratoscope.model.archive.Members} is what an outer container offers: named members with a
 * size that can be opened at an offset; a plain tar, a compressed tar and a layout folder implement
 * it. {@link dev.stratoscope.model.archive.DockerArchive} and {@link
 * dev.stratoscope.model.archive.OciLayout} find images among members. {@link
 * dev.stratoscope.model.archive.LayerScan} reads a layer once: digest of the stored bytes,
 * decompression, digest of the tar, headers and a digest per file.
 *
 * <p>The tar reader is our own, since libraries lose binary extended attributes and names that are
 * not UTF-8; formats are told by content, never by names or media types.
 *
 * <p>Streams over files use plain file descriptors, not shared channels: an interrupted reader
 * closes only its own.
 */
package dev.stratoscope.model.archive;
