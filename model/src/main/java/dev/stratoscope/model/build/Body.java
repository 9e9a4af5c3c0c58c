package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The bytes of a regular file that is copied. Safe for use by many threads. */
interface Body {
    /**
     * Opens them.
     *
     * @param offset where to begin, 0 to the file's length
     * @throws IOException also from reading, when they are no more what the digest says
     */
    InputStream open(long offset) throws IOException;

    /** Their sha256; null of a sparse file that is mostly holes. */
    @Nullable Digest digest() throws IOException;

    /** The stored pieces of a sparse file; null when it is stored whole. */
    default @Nullable List<Entry.Extent> sparse() {
        return null;
    }

    /** Bytes that are at hand. */
    static Body of(byte[] bytes) {
        Digest digest = Digest.sha256(bytes);
        return new Body() {
            @Override
            public InputStream open(long offset) {
                int from = Math.toIntExact(offset);
                return new ByteArrayInputStream(bytes, from, bytes.length - from);
            }

            @Override
            public Digest digest() {
                return digest;
            }
        };
    }
}
