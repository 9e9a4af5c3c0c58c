package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;

/** A few values as bytes, one after another; bytes that are no such values are as good as none. */
final class Facts {
    /** More than this is made again rather than kept: reading it back takes as much memory. */
    static final int MOST_BYTES = 256 << 20;

    private Facts() {}

    /** Writes values. */
    @FunctionalInterface
    interface Writing {
        void write(DataOutput out) throws IOException;
    }

    /**
     * Reads values back.
     *
     * @param <T> what they make
     */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * Reads as many as were written.
         *
         * @throws IOException when they make no sense, as does an {@link IllegalArgumentException}
         */
        @Nullable T read(DataInputStream in) throws IOException;
    }

    static byte[] write(Writing values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            values.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> @Nullable T read(MemorySegment bytes, Reading<T> values) {
        if (bytes.byteSize() > MOST_BYTES) {
            return null;
        }
        try {
            byte[] all = new byte[(int) bytes.byteSize()];
            bytes.asByteBuffer().get(all);
            return values.read(new DataInputStream(new ByteArrayInputStream(all)));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
