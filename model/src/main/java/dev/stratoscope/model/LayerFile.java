package dev.stratoscope.model;

import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;

/** The tar of one layer as a file of its own, which is there whole and right, or not at all. */
final class LayerFile {
    private static final int BUFFER = 1 << 18;

    private LayerFile() {}

    /**
     * Writes the tar and checks its diffID on the way.
     *
     * @param target a file that is replaced
     * @param progress advanced by bytes of the tar
     * @throws DigestMismatchException when the bytes are not those of the diffID; the target stays
     *     as it was
     */
    static void write(StoredLayer layer, Path target, Progress progress) throws IOException {
        Path unfinished =
                target.toAbsolutePath()
                        .resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        boolean done = false;
        try {
            copy(layer, unfinished, progress);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } catch (ClosedByInterruptException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            if (!done) {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private static void copy(StoredLayer layer, Path file, Progress progress) throws IOException {
        Digest expected = layer.diffId();
        MessageDigest hasher = expected.newHasher();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = layer.open();
                FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.advance(got);
                hasher.update(buffer, 0, got);
                out.write(buffer, 0, got);
            }
            channel.force(true);
        }
        Digest actual = expected.withHash(hasher.digest());
        if (!actual.equals(expected)) {
            throw new DigestMismatchException(layer.location(), "diffID", expected, actual);
        }
    }
}
