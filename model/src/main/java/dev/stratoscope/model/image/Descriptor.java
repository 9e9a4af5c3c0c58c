package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A pointer to a blob (image-spec, descriptor.md).
 *
 * @param mediaType what the blob claims to be
 * @param digest the name of its bytes
 * @param size its length in bytes, not negative
 * @param platform what the image it leads to runs on; null where nothing is said
 * @param annotations free facts about it, never null
 */
public record Descriptor(
        MediaType mediaType,
        Digest digest,
        long size,
        @Nullable Platform platform,
        Map<String, String> annotations) {

    /** Copies the annotations and refuses a negative size. */
    public Descriptor {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " of " + digest + " is negative");
        }
        annotations = Map.copyOf(annotations);
    }

    /** A descriptor without platform and annotations. */
    public Descriptor(MediaType mediaType, Digest digest, long size) {
        this(mediaType, digest, size, null, Map.of());
    }

    /** The descriptor of {@code bytes}. */
    public static Descriptor of(MediaType mediaType, byte[] bytes) {
        return new Descriptor(mediaType, Digest.sha256(bytes), bytes.length);
    }

    // Written out like MediaType's: Java links what it makes itself anew at each start, for long.
    @Override
    public int hashCode() {
        return 31 * digest.hashCode() + Long.hashCode(size);
    }
}
