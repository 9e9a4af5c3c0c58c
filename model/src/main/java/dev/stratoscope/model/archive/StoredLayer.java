package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.InputStream;

/** A layer that can be indexed and entered at any byte. Safe for use by many threads. */
public interface StoredLayer extends Layer {
    /**
     * Reads the layer once and checks every claim: size, digest, diffID.
     *
     * @param progress advanced by stored bytes
     * @throws DigestMismatchException when a digest is not what it should be
     * @throws ImageFormatException when the layer is missing, has another size, or is no layer
     */
    ScannedLayer scan(Limits limits, Progress progress) throws IOException;

    /**
     * Reads the layer once, whatever is claimed of it.
     *
     * @param progress advanced by stored bytes
     * @throws ImageFormatException when the layer is missing or is no layer
     */
    ScannedLayer read(Limits limits, Progress progress) throws IOException;

    /** Whether the stored bytes are other than the tar. */
    default boolean isCompressed() throws IOException {
        return false;
    }

    /**
     * Where reading has to begin to come to {@code offset}: there itself, or somewhere before where
     * the bytes come out of a compressed stream.
     */
    default long entrance(long offset) throws IOException {
        return offset;
    }

    /** The bytes that the index's offsets count in, from {@code offset} on. */
    InputStream open(long offset) throws IOException;

    /** Lets go of what is only kept to enter the layer quickly; it can still be read. */
    default void release() {}

    @Override
    default InputStream open() throws IOException {
        return open(0);
    }
}
