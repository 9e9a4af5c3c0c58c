package dev.stratoscope.app.container;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.parcel.FileBytes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file as a text that can be edited and written back so that nothing else changes: UTF-8, with
 * one kind of line end. Immutable.
 *
 * @param text with line feeds for line ends; empty where it cannot be edited
 * @param isCarried whether its lines end with carriage return and line feed
 * @param isMarked whether it begins with a byte order mark
 * @param refusal why it cannot be edited; null when it can
 */
record TextFile(String text, boolean isCarried, boolean isMarked, @Nullable String refusal) {
    /** The most bytes of a text that can be edited: 1 MiB. */
    static final int MOST = 1 << 20;

    private static final String MARK = "\uFEFF";

    /** Reads a file; not on the JavaFX thread. */
    static TextFile read(FileBytes file) throws IOException {
        if (file.size() > MOST) {
            return refused(
                    "It is too large to be edited here: "
                            + HumanSize.spaced(file.size())
                            + ", more than "
                            + HumanSize.spaced(MOST)
                            + ". Save it out, and copy it in again.");
        }
        return of(file.read(0, MOST));
    }

    /** The text in some bytes. */
    static TextFile of(byte[] bytes) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            return refused("It is not text in UTF-8, so it is not edited here.");
        }
        boolean marked = text.startsWith(MARK);
        String body = marked ? text.substring(1) : text;
        String plain = body.replace("\r\n", "\n");
        boolean carried = plain.length() < body.length();
        if (carried && !plain.replace("\n", "\r\n").equals(body)) {
            return refused("Its lines end in two ways, and an editor would make them all alike.");
        }
        if (plain.chars().anyMatch(TextFile::isLost)) {
            return refused("It holds control characters that an editor would lose.");
        }
        return new TextFile(plain, carried, marked, null);
    }

    private static TextFile refused(String reason) {
        return new TextFile("", false, false, reason);
    }

    private static boolean isLost(int character) {
        return character == 0x7f || (character < 0x20 && character != '\n' && character != '\t');
    }

    /** The bytes of another text in the same manner. */
    byte[] with(String other) {
        String lines = isCarried ? other.replace("\n", "\r\n") : other;
        return (isMarked ? MARK + lines : lines).getBytes(StandardCharsets.UTF_8);
    }
}
