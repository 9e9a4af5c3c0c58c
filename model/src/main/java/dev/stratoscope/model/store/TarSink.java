package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Takes a layer's tar, counts and hashes it, and hands it on compressed. */
final class TarSink extends FilterOutputStream {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest hasher = Digest.newSha256();
    private long size;

    /** Compressed as fast as it goes: a layer is written once and waited for. */
    private static final class Zipped extends GZIPOutputStream {
        Zipped(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** A sink; closing it ends the compressed stream. */
    TarSink(OutputStream blob) throws IOException {
        super(new Zipped(new BufferedOutputStream(blob, BUFFER)));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        hasher.update(bytes, from, length);
        size += length;
    }

    long size() {
        return size;
    }

    /** Of what was written; ends the hashing. */
    Digest digest() {
        return Digest.ofSha256(hasher.digest());
    }
}
