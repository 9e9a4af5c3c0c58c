package dev.stratoscope.app.view.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file's beginning, told apart. */
final class PreviewTest {
    @Test
    void textSaysItsCharsetAndItsLines() throws IOException {
        Preview preview = read("motd", bytes("hello\nworld\n"));
        assertEquals("text, ASCII, 2 lines", preview.kind());
        assertEquals(List.of("hello", "world"), preview.lines());
        assertEquals(List.of(Mode.TEXT, Mode.HEX), modes(preview));
    }

    @Test
    void binaryThatIsCalledTextIsShownAsHexAndSaysWhy() throws IOException {
        Preview preview = read("readme.txt", new byte[] {'a', 0, 'b'});
        assertEquals(List.of(Mode.HEX), modes(preview));
        assertEquals("not text: byte 0x00 at offset 1", Notes.of(level(preview), Mode.HEX));
    }

    @Test
    void hugeTextIsReadToItsFirstMebibyte() throws IOException {
        Preview preview = read("big.json", bytes("{\"a\": 1}\n".repeat(300_000)));
        assertEquals(Preview.MOST, preview.bytes().length());
        assertEquals("text, ASCII", preview.kind());
        assertTrue(level(preview).canLoadAll());
        assertEquals("first 1.05 MB of 2.70 MB", Notes.of(level(preview), Mode.TEXT));
        Preview all = Preview.read(preview.file(), preview.name(), Preview.MOST_TEXT);
        assertEquals(300_000, all.lines().size());
    }

    @Test
    void archivesAreListedFirst() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a"));
        }
        Preview jar = read("app.jar", out.toByteArray());
        assertEquals("zip archive", jar.kind());
        assertEquals(List.of(Mode.MEMBERS, Mode.HEX), modes(jar));
        out.reset();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes("words"));
        }
        assertEquals("gzip compressed file", read("x.gz", out.toByteArray()).kind());
    }

    @Test
    void emptyFileIsEmpty() throws IOException {
        assertEquals("empty", read("x", new byte[0]).kind());
    }

    @Test
    void pictureIsOfferedAsOne() throws IOException {
        Preview preview = read("a.png", MagicTest.picture("PNG", 4, 3));
        assertEquals(List.of(Mode.PICTURE, Mode.HEX), modes(preview));
        assertFalse(preview.isCut());
    }

    @Test
    void wordsAreFoundAsOftenAsTheyStandInALine() throws IOException {
        List<String> lines = List.of("one Two two", "none", "TWO");
        assertArrayEquals(new int[] {0, 0, 2}, FindBar.hits(lines, "two", Progress.NONE));
    }

    private static Preview read(String name, byte[] bytes) throws IOException {
        return Preview.read(FileBytes.of(ByteString.of(bytes)), ByteString.of(name), Preview.MOST);
    }

    private static List<Mode> modes(Preview preview) {
        return level(preview).modes();
    }

    private static Level level(Preview preview) {
        return new Level(preview, "x", preview.size());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
