package dev.stratoscope.app.text;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a file's bytes are text, as far as its beginning tells.
 *
 * @param charset null when they are no text
 * @param words the charset's name for a person, or why the bytes are no text
 * @param mark the length in bytes of a byte order mark before the text
 */
public record Encoding(@Nullable Charset charset, String words, int mark) {
    private static final int LOOKED_AT = 4096;

    /** One control character that is no white space in so many bytes is put up with. */
    private static final int RARE = 200;

    /**
     * Looks at a file's beginning.
     *
     * @param head the first bytes; all of them are looked at
     * @param cut whether the file goes on
     */
    public static Encoding of(byte[] head, boolean cut) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, "UTF-8 with BOM", 3);
        }
        if (starts(head, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, "UTF-16 little-endian", 2);
        }
        if (starts(head, 0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, "UTF-16 big-endian", 2);
        }
        Charset wide = wide(head);
        if (wide != null) {
            String order = wide.equals(StandardCharsets.UTF_16LE) ? "little" : "big";
            return new Encoding(wide, "UTF-16 " + order + "-endian without BOM", 0);
        }
        String binary = binary(head);
        if (binary != null) {
            return new Encoding(null, binary, 0);
        }
        if (isUtf8(head, cut)) {
            return new Encoding(StandardCharsets.UTF_8, isAscii(head) ? "ASCII" : "UTF-8", 0);
        }
        return oneByte(head);
    }

    /**
     * The text, without a character that is cut off at the end. What is no character is replaced.
     *
     * @param bytes the file from its beginning on
     * @param cut whether the file goes on
     * @throws IllegalStateException when the bytes are no text
     */
    public String decode(byte[] bytes, boolean cut) {
        Charset known = charset;
        if (known == null) {
            throw new IllegalStateException("no text");
        }
        CharsetDecoder decoder =
                known.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark), out, !cut);
        return out.flip().toString();
    }

    /** Text of two bytes a character has zeros in nearly every second place. */
    private static @Nullable Charset wide(byte[] head) {
        int pairs = Math.min(head.length, LOOKED_AT) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += head[2 * i] == 0 ? 1 : 0;
            odd += head[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 4) {
            return null;
        }
        if (odd * 10 > pairs * 7 && even * 20 < pairs && wideText(head, 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return even * 10 > pairs * 7 && odd * 20 < pairs && wideText(head, 1)
                ? StandardCharsets.UTF_16BE
                : null;
    }

    /** Whether the low bytes are no control characters, as those of small numbers would be. */
    private static boolean wideText(byte[] head, int low) {
        for (int i = low; i < Math.min(head.length, LOOKED_AT); i += 2) {
            if (isControl(head[i])) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String binary(byte[] head) {
        int controls = 0;
        int first = -1;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                return at(0, i);
            }
            if (isControl(head[i])) {
                controls++;
                first = first < 0 ? i : first;
            }
        }
        return controls * (long) RARE > head.length ? at(head[first], first) : null;
    }

    private static String at(int value, int offset) {
        return String.format(Locale.ROOT, "byte 0x%02x at offset %,d", value & 0xff, offset);
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\b'
                && b != 0x1b;
    }

    private static boolean isUtf8(byte[] head, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        return !decoder.decode(ByteBuffer.wrap(head), out, !cut).isError();
    }

    private static boolean isAscii(byte[] head) {
        for (byte b : head) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Every byte is some character of these, so that they are only guessed where most is ASCII. */
    private static Encoding oneByte(byte[] head) {
        int high = 0;
        boolean windows = false;
        for (byte b : head) {
            high += b < 0 ? 1 : 0;
            windows |= (b & 0xe0) == 0x80;
        }
        if (high * 10L > head.length * 4L) {
            return new Encoding(null, "neither UTF-8 nor mostly ASCII", 0);
        }
        return windows
                ? new Encoding(Charset.forName("windows-1252"), "perhaps windows-1252", 0)
                : new Encoding(StandardCharsets.ISO_8859_1, "perhaps ISO-8859-1", 0);
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
