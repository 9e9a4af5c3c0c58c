package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;

import java.io.InputStream;
import java.security.MessageDigest;

/** Hashes what is read through it as well. */
final class DigestingStream extends CountingStream {
    private final MessageDigest hasher = Digest.newSha256();

    DigestingStream(InputStream in) {
        super(in);
    }

    @Override
    void see(byte[] bytes, int at, int length) {
        hasher.update(bytes, at, length);
    }

    /** The digest of the bytes read; ends the hashing. */
    Digest digest() {
        return Digest.ofSha256(hasher.digest());
    }
}
