/**
 * Bytes to values: the layer tar codec, compressors, and the containers images come in.
 *
 * <p>Everything is read where it lies and nothing is copied. {@link
 * dev.stratoscope.model.archive.Members} is what an outer container offers: named members with a
 * size that can be opened at an offset; a plain tar, a compressed tar and a folder implement it.
 * {@link dev.stratoscope.model.archive.ImageContainer} finds images among members: it lists them
 * from documents alone, and opens the one that {@link dev.stratoscope.model.archive.ImageChoice}
 * takes. {@link dev.stratoscope.model.archive.ImageArchive} tells by content which container it is.
 * A {@link dev.stratoscope.model.archive.StoredLayer} can be indexed and entered anywhere; {@link
 * dev.stratoscope.model.archive.LayerScan} reads a layer once: digest of the stored bytes,
 * decompression, digest of the tar, headers and a digest per file.
 *
 * <p>That pass also takes down where the stored bytes can be entered: {@link
 * dev.stratoscope.model.archive.Checkpoints} about every 2 MiB of a gzip stream, at a deflate
 * block's end with the 32 KiB before it, or at the frames of zstd. This needs the system's zlib
 * ({@link dev.stratoscope.model.archive.Zlib}); where there is none, and for other formats, {@link
 * dev.stratoscope.model.archive.CompressedSource} makes a plain copy on disk when a byte far inside
 * is first asked for. An outer gzip is entered the same way, and a layer in it through both.
 *
 * <p>What a pass found is kept through {@link dev.stratoscope.model.archive.IndexCache}: indexes by
 * diffID, checkpoints by the digest of the stored bytes, and which bytes of which file these are by
 * a {@link dev.stratoscope.model.archive.Stamp} of the file. A file that changed less than two
 * seconds before it is read has no stamp to rely on.
 *
 * <p>The tar codec is our own, since libraries lose binary extended attributes and names that are
 * not UTF-8. {@link dev.stratoscope.model.archive.TarReader} takes every dialect, {@link
 * dev.stratoscope.model.archive.TarWriter} writes one (ustar, PAX records, sparse format 1.0), and
 * what was read and written reads back equal: names, owners, times and sparse pieces. Dropped on
 * purpose: what mode bits beyond 07777 say of the type, access times, and data of what is no file.
 * {@link dev.stratoscope.model.archive.LayerWriter} writes a layer whose bytes lie elsewhere, and
 * {@link dev.stratoscope.model.archive.LayerBlob} writes it compressed on all processors, and knows
 * then what a pass over it would find.
 *
 * <p>{@link dev.stratoscope.model.archive.DockerArchiveWriter} and {@link
 * dev.stratoscope.model.archive.LayoutWriter} write images that are kept elsewhere: owners, times
 * and the order of members are fixed, so the same images always give the same bytes, and every blob
 * or tar is checked against its digest while it is copied.
 *
 * <p>Formats are told by content, never by names or media types.
 *
 * <p>A sparse file with more than {@link dev.stratoscope.model.tree.Entry#MOST_HOLES} bytes of
 * holes is listed without hashing them and has no digest; its holes count toward the limit {@code
 * expandedBytes}, hashed holes toward {@code expandedRatio} as well.
 *
 * <p>Streams over files use plain file descriptors, not shared channels: an interrupted reader
 * closes only its own.
 */
package dev.stratoscope.model.archive;
