package dev.stratoscope.model;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A way of compressing a layer or a whole archive. */
public enum Packing {
    /** As it is. */
    NONE(""),
    /** RFC 1952. */
    GZIP("+gzip"),
    /** RFC 8878. */
    ZSTD("+zstd"),
    /** What Docker also loads. */
    XZ("+xz"),
    /** What Docker also loads. */
    BZIP2("+bzip2");

    private final String suffix;

    Packing(String suffix) {
        this.suffix = suffix;
    }

    /** What a layer's media type ends in. */
    public String suffix() {
        return suffix;
    }

    /** The bytes, packed. */
    public byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = onto(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** A stream that packs what is written to it. */
    public OutputStream onto(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdCompressorOutputStream(out);
            case XZ -> new XZOutputStream(out, new LZMA2Options(0));
            case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
        };
    }
}
