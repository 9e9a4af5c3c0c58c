package dev.stratoscope.model.archive;

import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        if (head.length < HEAD) {
            return NONE;
        }
        int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean skippable = (magic & 0xfffffff0) == 0x184d2a50;
        return magic == 0xfd2fb528 || skippable ? ZSTD : NONE;
    }

    /**
     * The plain bytes; several gzip members or zstd frames are joined, and junk after them is
     * refused.
     */
    InputStream plain(InputStream stored) throws IOException {
        return switch (this) {
            case NONE -> stored;
            case GZIP -> new GzipStream(stored);
            case ZSTD -> new ZstdCompressorInputStream(new BufferedInputStream(stored, BUFFER));
        };
    }
}
