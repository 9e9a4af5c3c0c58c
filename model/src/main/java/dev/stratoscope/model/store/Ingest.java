package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;

/** A blob on its way into the store; closing it without a commit takes it away again. */
final class Ingest implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final StoreFolder folder;
    private final Path file;
    private final FileChannel out;
    private final MessageDigest sha256 = Digest.newSha256();
    private long size;

    private Ingest(StoreFolder folder, Path file) throws IOException {
        this.folder = folder;
        this.file = file;
        this.out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static Ingest begin(StoreFolder folder, Lease lease) throws IOException {
        return new Ingest(folder, folder.ingest().resolve(lease.id() + "." + UUID.randomUUID()));
    }

    /** Appends bytes. */
    void write(byte[] bytes, int count) throws IOException {
        write(bytes, 0, count);
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
        } catch (IOException e) {
            throw Durable.about(folder.root(), e);
        }
        sha256.update(bytes, from, count);
        size += count;
    }

    /**
     * Appends all of a stream, and hashes it.
     *
     * @param in left open
     * @param wanted tells the algorithm
     */
    Digest write(InputStream in, Digest wanted, Progress progress) throws IOException {
        boolean other = !wanted.algorithm().equals("sha256");
        MessageDigest hasher = wanted.newHasher();
        byte[] buffer = new byte[BUFFER];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            progress.advance(got);
            write(buffer, got);
            if (other) {
                hasher.update(buffer, 0, got);
            }
        }
        Digest own = Digest.ofSha256(sha256.digest());
        return other ? wanted.withHash(hasher.digest()) : own;
    }

    /** Appends what is written to it; closing it changes nothing. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                Ingest.this.write(bytes, from, length);
            }
        };
    }

    /** The sha256 of all bytes; ends the hashing, so that no more can be written. */
    Digest digest() {
        return Digest.ofSha256(sha256.digest());
    }

    /** The number of bytes so far. */
    long size() {
        return size;
    }

    /**
     * Makes the bytes safe, then gives them the name of a blob, whose bytes they are. The name
     * itself is safe after {@link BlobFolder#sync}.
     */
    void commit(Digest digest) throws IOException {
        try {
            out.force(true);
            out.close();
            Files.move(file, folder.blob(digest), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Durable.about(folder.root(), e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
