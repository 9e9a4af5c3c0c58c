package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/**
 * An immutable set of file-system changes, where it lies. Both streams start at the beginning, may
 * be opened any number of times and from any thread, and verify nothing: who reads to the end
 * compares the digests.
 */
public interface Layer {
    /** What a manifest says of the stored blob; null where none does, as in docker-archives. */
    @Nullable Descriptor descriptor();

    /** The digest of the uncompressed tar, as the config claims it. */
    Digest diffId();

    /** Where it lies, in words for a person: the member's or file's name. */
    String location();

    /** The length of the stored bytes; where they are missing, the length the manifest claims. */
    long storedSize();

    /** Whether the bytes are not there. */
    boolean isMissing();

    /** The bytes as stored. */
    InputStream blob() throws IOException;

    /** The bytes of the layer's tar, decompressed as the bytes themselves ask for. */
    InputStream open() throws IOException;
}
