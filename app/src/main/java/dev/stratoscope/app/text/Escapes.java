package dev.stratoscope.app.text;

import dev.stratoscope.model.tree.ByteString;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes foreign text safe to show on a terminal or in a window: control characters, direction and
 * other format marks, line and paragraph separators and lone surrogates are written as escapes, so
 * that no name can move the cursor, turn the text around or pretend to be another.
 *
 * <p>Bytes below 0x80 become {@code \n \r \t} or {@code \x1b}, further characters {@code \}{@code
 * u202e} or {@code \U000e0001}, and bytes that are not UTF-8 {@code \xff}. A backslash stays as it
 * is.
 */
public final class Escapes {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Escapes() {}

    /** The text with everything unsafe escaped; the same object when there is nothing. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return escape(text);
            }
        }
        return text;
    }

    /**
     * The bytes as UTF-8 text with everything unsafe escaped, and {@code \xNN} for each byte that
     * is not UTF-8.
     */
    public static String text(ByteString bytes) {
        byte[] raw = bytes.toByteArray();
        for (byte b : raw) {
            if (b < ' ' || b > '~') {
                return escape(raw);
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    /** Whether a character is shown as an escape. */
    public static boolean isUnsafe(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint < ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /**
     * The bytes that a text with {@code \xNN} escapes stands for: the way back for a path copied
     * from a listing.
     */
    public static ByteString bytes(String shown) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        for (int at = shown.indexOf("\\x"); at >= 0; at = shown.indexOf("\\x", at + 1)) {
            int high = at + 3 < shown.length() ? Character.digit(shown.charAt(at + 2), 16) : -1;
            int low = at + 3 < shown.length() ? Character.digit(shown.charAt(at + 3), 16) : -1;
            if (high >= 0 && low >= 0) {
                out.writeBytes(shown.substring(from, at).getBytes(StandardCharsets.UTF_8));
                out.write(high << 4 | low);
                from = at + 4;
            }
        }
        out.writeBytes(shown.substring(from).getBytes(StandardCharsets.UTF_8));
        return ByteString.of(out.toByteArray());
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            append(out, c);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static String escape(byte[] raw) {
        StringBuilder out = new StringBuilder(raw.length + 16);
        for (int i = 0; i < raw.length; ) {
            int length = Utf8.length(raw, i, raw.length);
            if (length == 0) {
                hex(out.append("\\x"), raw[i] & 0xff, 2);
                i++;
            } else {
                append(out, new String(raw, i, length, StandardCharsets.UTF_8).codePointAt(0));
                i += length;
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (!isUnsafe(c)) {
            out.appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c < 0x80) {
            hex(out.append("\\x"), c, 2);
        } else if (c < 0x10000) {
            hex(out.append("\\u"), c, 4);
        } else {
            hex(out.append("\\U"), c, 8);
        }
    }

    private static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX[(value >> shift) & 15]);
        }
    }
}
