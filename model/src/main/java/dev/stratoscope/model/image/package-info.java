/**
 * The words of the OCI image specification as immutable values: digests, descriptors, manifests,
 * configs, platforms.
 *
 * <p>Documents are parsed here, because every reader (archives, stores, registries) gets the same
 * bytes: sizes, depth and duplicate keys are checked in one place ({@link
 * dev.stratoscope.model.image.Documents}), unknown fields are ignored, and nothing here opens a
 * file. The raw bytes of a config are kept, since the image id is their digest.
 */
package dev.stratoscope.model.image;
