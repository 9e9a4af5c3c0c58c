package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The blobs of a store, named by their digests. Safe for use by many threads. */
final class BlobFolder {
    private static final int BUFFER = 1 << 18;

    private final StoreFolder folder;
    private final Limits limits;

    BlobFolder(StoreFolder folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Where a blob lies, for messages. */
    String item(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    /** The length of a blob's file; -1 when it is not there. */
    long size(Digest digest) {
        try {
            return Files.size(folder.blob(digest));
        } catch (IOException e) {
            return -1;
        }
    }

    /**
     * Whether a blob is there and is what it is called, which takes reading it.
     *
     * @param size its length; -1 where that is not known
     */
    boolean isWhole(Digest digest, long size, Progress progress) throws IOException {
        long actual = size(digest);
        if (actual < 0 || (size >= 0 && actual != size)) {
            return false;
        }
        MessageDigest hasher = digest.newHasher();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(folder.blob(digest))) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.advance(0);
                hasher.update(buffer, 0, got);
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        return digest.withHash(hasher.digest()).equals(digest);
    }

    /**
     * A document's bytes, which are what the descriptor says.
     *
     * @throws ImageFormatException when they are not, or are not there
     */
    byte[] document(Descriptor descriptor) throws IOException {
        Digest digest = descriptor.digest();
        if (descriptor.size() > limits.documentBytes()) {
            throw new LimitException(item(digest), "documentBytes", limits.documentBytes());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(folder.blob(digest))) {
            bytes = in.readNBytes(Math.toIntExact(descriptor.size()) + 1);
        } catch (NoSuchFileException e) {
            throw new ImageFormatException(item(digest), "is missing from the store", e);
        }
        if (bytes.length != descriptor.size()) {
            throw new ImageFormatException(
                    item(digest), size(digest) + " bytes long, not " + descriptor.size());
        }
        Digest actual = digest.withHash(digest.newHasher().digest(bytes));
        if (!actual.equals(digest)) {
            throw new DigestMismatchException(item(digest), "digest", digest, actual);
        }
        return bytes;
    }

    /** A new file to write a blob to. */
    Ingest ingest(Lease lease) throws IOException {
        return Ingest.begin(folder, lease);
    }

    /** All blobs there are, with the lengths of their files. */
    Map<Digest, Long> all() throws IOException {
        Map<Digest, Long> found = new TreeMap<>();
        for (String algorithm : new String[] {"sha256", "sha512"}) {
            Path blobs = folder.blobs().resolve(algorithm);
            if (!Files.isDirectory(blobs)) {
                continue;
            }
            try (Stream<Path> files = Files.list(blobs)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Digest digest = named(algorithm, file.getFileName() + "");
                    long size = digest == null ? -1 : size(digest);
                    if (digest != null && size >= 0) {
                        found.put(digest, size);
                    }
                }
            }
        }
        return found;
    }

    /** What another program put there under a name that is no digest is not ours to touch. */
    private static @Nullable Digest named(String algorithm, String hex) {
        try {
            return new Digest(algorithm, hex);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    void remove(Digest digest) throws IOException {
        Files.deleteIfExists(folder.blob(digest));
    }

    /** Makes the names of all blobs safe on disk. */
    void sync() throws IOException {
        Durable.syncFolder(folder.blobs().resolve("sha256"));
        Durable.syncFolder(folder.blobs().resolve("sha512"));
    }
}
