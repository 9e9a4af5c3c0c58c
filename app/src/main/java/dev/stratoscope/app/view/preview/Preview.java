package dev.stratoscope.app.view.preview;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a file, read and told apart.
 *
 * @param bytes the first bytes, at most {@link #MOST}
 * @param size the whole file's length in bytes
 * @param kind what it is, in words: {@code text, UTF-8} or {@code binary}
 * @param lines its lines when it is text, else empty
 */
public record Preview(ByteString bytes, long size, String kind, List<String> lines) {
    /** The most bytes that are read: 1 MiB. */
    public static final int MOST = 1 << 20;

    private static final int LONGEST_LINE = 2_000;

    /** Reads the beginning of a file. */
    public static Preview read(Contents contents, Entry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = contents.open(entry, 0)) {
            bytes = in.readNBytes(MOST);
        }
        Charset charset = charset(bytes, bytes.length < entry.size());
        if (bytes.length == 0) {
            return new Preview(ByteString.EMPTY, 0, "empty", List.of());
        }
        if (charset == null) {
            return new Preview(ByteString.of(bytes), entry.size(), "binary", List.of());
        }
        String words = "text, " + (isAscii(bytes) ? "ASCII" : charset.displayName());
        return new Preview(
                ByteString.of(bytes), entry.size(), words, lines(new String(bytes, charset)));
    }

    /** Whether there is more of the file than was read. */
    public boolean isCut() {
        return bytes.length() < size;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .forEach(
                        line ->
                                lines.add(
                                        line.length() > LONGEST_LINE
                                                ? line.substring(0, LONGEST_LINE) + " …"
                                                : line));
        return List.copyOf(lines);
    }

    private static @org.jspecify.annotations.Nullable Charset charset(byte[] bytes, boolean cut) {
        for (byte b : bytes) {
            boolean control = b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t';
            if (control && b != 0x1b && b != '\f' && b != '\b') {
                return null;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        int length = cut ? Math.max(0, bytes.length - 4) : bytes.length;
        while (cut && length > 0 && (bytes[length] & 0xc0) == 0x80) {
            length--;
        }
        try {
            decoder.decode(ByteBuffer.wrap(bytes, 0, length));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
