package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.text.Encoding;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.code.CodeLines;
import dev.stratoscope.app.view.code.Guess;
import dev.stratoscope.app.view.code.Language;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.parcel.Parcel;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The beginning of a file, read and told apart. Immutable; safe for use by many threads.
 *
 * @param file where the rest of it is
 * @param name its name without folders
 * @param bytes its first bytes
 * @param kind what it is, in words: {@code text, UTF-8, 2,657 lines} or {@code ELF 64-bit, x86-64}
 * @param code its text, as far as it was read; null when it is none
 * @param notText why it is no text; empty when it is
 * @param picture its size as a picture; null when it is none that can be shown
 * @param parcel what it packs; null when it is no archive
 */
public record Preview(
        FileBytes file,
        ByteString name,
        ByteString bytes,
        String kind,
        @Nullable CodeLines code,
        String notText,
        @Nullable PictureHeader picture,
        @Nullable Parcel parcel) {
    /** The most bytes that are read at first: 1 MiB. */
    public static final int MOST = 1 << 20;

    /** The most bytes of text that are read when all of it is asked for: 32 MiB. */
    public static final int MOST_TEXT = 32 << 20;

    /** Reads the beginning of a file of an image. */
    public static Preview read(Contents contents, Entry entry) throws IOException {
        return read(FileBytes.of(contents, entry), base(entry.path()), MOST);
    }

    /**
     * Reads the beginning of a file.
     *
     * @param name its name without folders
     * @param most how many bytes at most
     */
    public static Preview read(FileBytes file, ByteString name, int most) throws IOException {
        byte[] head = file.read(0, most);
        boolean cut = head.length < file.size();
        Encoding encoding = Encoding.of(head, cut);
        PictureHeader picture = PictureHeader.of(head);
        Parcel parcel = picture == null && head.length > 0 ? Parcel.of(file, name) : null;
        String magic = magic(head, parcel);
        boolean text = encoding.charset() != null && picture == null && parcel == null;
        CodeLines code = text ? code(encoding.decode(head, cut), Escapes.text(name)) : null;
        return new Preview(
                file,
                name,
                ByteString.of(head),
                kind(head, encoding, magic, code, cut),
                code,
                encoding.charset() == null ? encoding.words() : "",
                picture,
                parcel);
    }

    /** The whole file's length in bytes. */
    public long size() {
        return file.size();
    }

    /** Whether there is more of the file than was read. */
    public boolean isCut() {
        return bytes.length() < size();
    }

    /** Its lines when it is text, else empty. */
    public List<String> lines() {
        return code == null ? List.of() : code.lines();
    }

    private static CodeLines code(String text, String name) {
        List<String> lines = text.lines().toList();
        Language language = Guess.of(name, lines);
        return CodeLines.of(language, lines);
    }

    private static @Nullable String magic(byte[] head, @Nullable Parcel parcel) {
        if (parcel != null) {
            return parcel.format() + (parcel.isSingle() ? " compressed file" : " archive");
        }
        return Magic.words(head);
    }

    private static String kind(
            byte[] head,
            Encoding encoding,
            @Nullable String magic,
            @Nullable CodeLines code,
            boolean cut) {
        if (head.length == 0) {
            return "empty";
        }
        if (code == null) {
            return magic == null ? "binary" : magic;
        }
        int lines = code.lines().size();
        String words = magic == null ? "text, " + encoding.words() : magic;
        return cut
                ? words
                : words + String.format(Locale.ROOT, ", %,d line%s", lines, lines == 1 ? "" : "s");
    }

    /** The last part of a path. */
    public static ByteString base(ByteString path) {
        byte[] bytes = path.toByteArray();
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '/') {
            from--;
        }
        return ByteString.of(bytes, from, bytes.length);
    }
}
