package dev.stratoscope.app.view.preview;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a picture's first bytes say.
 *
 * @param format {@code PNG}, {@code JPEG}, {@code GIF} or {@code BMP}
 * @param width in pixels
 * @param height in pixels
 */
public record PictureHeader(String format, long width, long height) {
    /** The most pixels of a picture that is decoded. */
    static final long MOST_PIXELS = 64_000_000;

    /** Tells a picture by its first bytes; null when it is none that can be shown. */
    public static @Nullable PictureHeader of(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        if (head.length >= 24 && bytes.getLong(0) == 0x89504e470d0a1a0aL) {
            return sized("PNG", bytes.getInt(16), bytes.getInt(20));
        }
        if (head.length >= 10 && bytes.getInt(0) == 0x47494638) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return sized("GIF", bytes.getShort(6) & 0xffff, bytes.getShort(8) & 0xffff);
        }
        if (head.length >= 26 && head[0] == 'B' && head[1] == 'M') {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return bytes.getInt(14) == 40 || bytes.getInt(14) == 124 || bytes.getInt(14) == 108
                    ? sized("BMP", bytes.getInt(18), Math.abs((long) bytes.getInt(22)))
                    : null;
        }
        return head.length >= 4 && (bytes.getInt(0) & 0xffffff00) == 0xffd8ff00
                ? jpeg(bytes)
                : null;
    }

    /** Whether it is small enough to be decoded. */
    public boolean isBounded() {
        return width * height <= MOST_PIXELS;
    }

    /** {@code PNG image, 640 × 480}. */
    public String words() {
        return format + " image, " + width + " × " + height;
    }

    /** The size stands in the first frame header, after segments of any length. */
    private static @Nullable PictureHeader jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 < bytes.limit()) {
            int marker = bytes.getShort(at) & 0xffff;
            boolean frame =
                    marker >= 0xffc0
                            && marker <= 0xffcf
                            && marker != 0xffc4
                            && marker != 0xffc8
                            && marker != 0xffcc;
            if (frame) {
                return sized(
                        "JPEG", bytes.getShort(at + 7) & 0xffff, bytes.getShort(at + 5) & 0xffff);
            }
            if (marker < 0xff00) {
                return null;
            }
            at += marker == 0xffff ? 1 : 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        return null;
    }

    private static @Nullable PictureHeader sized(String format, long width, long height) {
        return width > 0 && height > 0 ? new PictureHeader(format, width, height) : null;
    }
}
