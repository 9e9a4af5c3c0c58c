package dev.stratoscope.model.union;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;

/**
 * Paths as text. Bytes that are not UTF-8 stand as the lone surrogates U+DC80 to U+DCFF, which no
 * valid text has, so text made of any bytes gives the same bytes back.
 */
final class PathText {
    private static final int ESCAPE = 0xdc00;

    private PathText() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(from).toString();
        } catch (CharacterCodingException e) {
            from.rewind();
        }
        CharBuffer into = CharBuffer.allocate(bytes.length);
        decoder.reset();
        CoderResult result = decoder.decode(from, into, true);
        while (result.isMalformed()) {
            for (int i = 0; i < result.length(); i++) {
                into.put((char) (ESCAPE | (from.get() & 0xff)));
            }
            result = decoder.decode(from, into, true);
        }
        return into.flip().toString();
    }

    /**
     * @throws InvalidPathException of text with a NUL or a surrogate that stands for no byte
     */
    static byte[] encode(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidPathException(text, "a name with a NUL in it", text.indexOf('\0'));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c >= (ESCAPE | 0x80) && c <= (ESCAPE | 0xff)) {
                bytes.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(c & 0xff);
                plain = i + 1;
            } else {
                throw new InvalidPathException(text, "a lone surrogate", i);
            }
        }
        bytes.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
