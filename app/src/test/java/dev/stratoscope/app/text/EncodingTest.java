package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** How bytes are told to be text. */
final class EncodingTest {
    @Test
    void marksAtTheBeginningDecide() {
        assertText("UTF-8 with BOM", "\ufeffgrün", "grün", StandardCharsets.UTF_8);
        assertText("UTF-16 little-endian", "\ufeffgrün", "grün", StandardCharsets.UTF_16LE);
        assertText("UTF-16 big-endian", "\ufeffgrün", "grün", StandardCharsets.UTF_16BE);
    }

    @Test
    void textWithoutAMarkIsTold() {
        assertText("ASCII", "plain\n", "plain\n", StandardCharsets.US_ASCII);
        assertText("UTF-8", "grün", "grün", StandardCharsets.UTF_8);
        String windows = "wide words\r\nin two lines";
        assertText("UTF-16 little-endian without BOM", windows, windows, StandardCharsets.UTF_16LE);
        assertText("UTF-16 big-endian without BOM", windows, windows, StandardCharsets.UTF_16BE);
        assertText("perhaps ISO-8859-1", "grün", "grün", StandardCharsets.ISO_8859_1);
        assertText("perhaps windows-1252", "5 €", "5 €", Charset.forName("windows-1252"));
    }

    @Test
    void characterThatIsCutOffAtTheEndDoesNotMatter() {
        byte[] bytes = "grün €".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        Encoding encoding = Encoding.of(cut, true);
        assertEquals("UTF-8", encoding.words());
        assertEquals("grün ", encoding.decode(cut, true));
    }

    @Test
    void bytesThatAreNoTextSayWhere() {
        Encoding zero = Encoding.of(new byte[] {'a', 'b', 'c', 0, 'd'}, false);
        assertNull(zero.charset());
        assertEquals("byte 0x00 at offset 3", zero.words());
        assertEquals(
                "neither UTF-8 nor mostly ASCII",
                Encoding.of(new byte[] {'a', (byte) 0xff, (byte) 0xfe, (byte) 0xfd}, false)
                        .words());
    }

    @Test
    void nothingIsEverThrown() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            Encoding encoding = Encoding.of(bytes, random.nextBoolean());
            if (encoding.charset() != null) {
                encoding.decode(bytes, false);
            }
        }
    }

    private static void assertText(String words, String written, String read, Charset charset) {
        byte[] bytes = written.getBytes(charset);
        Encoding encoding = Encoding.of(bytes, false);
        assertEquals(words, encoding.words());
        assertEquals(read, encoding.decode(bytes, false));
    }
}
