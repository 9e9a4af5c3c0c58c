package dev.stratoscope.app.text;

/**
 * Tells UTF-8 from other bytes without decoding (RFC 3629: no overlong forms, no surrogates,
 * nothing above U+10FFFF).
 */
public final class Utf8 {
    private Utf8() {}

    /** Whether the bytes from {@code from} to {@code to} (exclusive) are UTF-8. */
    public static boolean isValid(byte[] bytes, int from, int to) {
        for (int at = from; at < to; ) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /**
     * The number of bytes of the character at {@code at}: 1 to 4; 0 when there is none before
     * {@code end}.
     */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
