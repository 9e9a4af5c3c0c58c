package dev.stratoscope.model.archive;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** How bytes are compressed, told by the bytes. */
public enum Compression {
    /** Not at all. */
    NONE("tar"),
    /** RFC 1952. */
    GZIP("gzip"),
    /** RFC 8878. */
    ZSTD("zstd"),
    /** bzip2 of version 1. */
    BZIP2("bzip2"),
    /** The .xz format of version 1. */
    XZ("xz");

    /** How many bytes {@link #of} wants to see. */
    static final int HEAD = 6;

    private static final int BUFFER = 1 << 16;
    private static final byte[] BZIP2_MAGIC = {'B', 'Z', 'h'};
    private static final byte[] XZ_MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

    /** What an xz stream may take in memory: enough for its highest preset. */
    private static final int XZ_KIB = 128 << 10;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    /** The format's name; {@code tar} for none. */
    public String word() {
        return word;
    }

    /** What the first bytes say. */
    public static Compression of(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return GZIP;
        }
        if (starts(head, BZIP2_MAGIC) && head.length > 3 && head[3] >= '1' && head[3] <= '9') {
            return BZIP2;
        }
        if (starts(head, XZ_MAGIC)) {
            return XZ;
        }
        if (head.length < Integer.BYTES) {
            return NONE;
        }
        int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean skippable = (magic & 0xfffffff0) == 0x184d2a50;
        return magic == 0xfd2fb528 || skippable ? ZSTD : NONE;
    }

    /**
     * The plain bytes; several gzip members, zstd frames or the like are joined, and junk after
     * them is refused.
     */
    public InputStream plain(InputStream stored) throws IOException {
        return plain(stored, null);
    }

    /**
     * The plain bytes, while it is taken down where the stored ones can be entered.
     *
     * @param recorder hears of such places as far as there are any; null for nobody to hear
     */
    InputStream plain(InputStream stored, @Nullable CheckpointRecorder recorder)
            throws IOException {
        return switch (this) {
            case NONE -> stored;
            case GZIP -> new GzipStream(stored, RawInflater.create(), recorder);
            case ZSTD, BZIP2, XZ ->
                    Uncommon.plain(this, new BufferedInputStream(stored, BUFFER), recorder);
        };
    }

    /** Apart, so that the libraries are loaded when one is met. */
    private static final class Uncommon {
        static InputStream plain(
                Compression compression, InputStream stored, @Nullable CheckpointRecorder recorder)
                throws IOException {
            return switch (compression) {
                case ZSTD -> new ZstdStream(stored, recorder);
                case BZIP2 -> new BZip2CompressorInputStream(stored, true);
                case XZ -> new XZInputStream(stored, XZ_KIB);
                case NONE, GZIP -> throw new IllegalArgumentException(compression.word());
            };
        }
    }

    /** Whether a place that was taken down, here or elsewhere, can be entered here. */
    boolean canEnter() {
        return switch (this) {
            case GZIP -> Zlib.here() != null;
            case ZSTD -> true;
            case NONE, BZIP2, XZ -> false;
        };
    }

    /**
     * The plain bytes from such a place on, where {@link #canEnter}.
     *
     * @param stored the stored bytes from {@link Checkpoint#start} on
     */
    InputStream enter(InputStream stored, Checkpoint checkpoint) throws IOException {
        Zlib zlib = Zlib.here();
        return this == GZIP && zlib != null
                ? GzipStream.enter(stored, new ZlibInflater(zlib), checkpoint)
                : plain(stored);
    }

    /** Up to {@code length} plain bytes from the beginning. */
    static byte[] plainHead(ByteSource source, int length) throws IOException {
        Compression compression = of(source.head(HEAD));
        try (InputStream in = source.open(0);
                InputStream plain = compression.plain(in)) {
            return plain.readNBytes(length);
        }
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length
                && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
