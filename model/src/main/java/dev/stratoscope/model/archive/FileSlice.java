package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A part of a file.
 *
 * @param file the file
 * @param start where the part begins in it
 * @param size the part's length in bytes
 */
record FileSlice(Path file, long start, long size) implements ByteSource {
    @Override
    public @Nullable Stamp stamp() {
        return Stamp.of(file, start, size);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        ByteSource.check(offset, size);
        FileInputStream in = new FileInputStream(file.toFile());
        try {
            in.skipNBytes(Math.addExact(start, offset));
            return new BoundedStream(in, size - offset, file.getFileName() + "");
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
