package dev.stratoscope.model.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** How bytes are compressed, told by the bytes. */
enum Compression {
    NONE("tar"),
    GZIP("gzip"),
    ZSTD("zstd");

    /** How many bytes {@link #of} wants to see. */
    static final int HEAD = 4;

    private static final int BUFFER = 1 << 16;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What the first bytes say. */
    static Compression of(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return GZIP;
        }
        boolean zstd =
                head.length >= 4
                        && (head[0] & 0xff) == 0x28
                        && (head[1] & 0xff) == 0xb5
                        && (head[2] & 0xff) == 0x2f
                        && (head[3] & 0xff) == 0xfd;
        return zstd ? ZSTD : NONE;
    }

    /** The plain bytes; several gzip members or zstd frames are joined, and junk after them is refused. */
    InputStream plain(InputStream stored) throws IOException {
        return switch (this) {
            case NONE -> stored;
            case GZIP ->
                    GzipCompressorInputStream.builder()
                            .setInputStream(new BufferedInputStream(stored, BUFFER))
                            .setDecompressConcatenated(true)
                            .setBufferSize(BUFFER)
                            .get();
            case ZSTD -> new ZstdCompressorInputStream(new BufferedInputStream(stored, BUFFER));
        };
    }
}
