package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class EscapesTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "etc/na\u00efve file \\ [\u6f22\u5b57] \ud83d\ude00";
        assertEquals(text, Escapes.text(text));
        assertEquals(text, Escapes.text(ByteString.of(text)));
        String plain = "bin/[";
        assertSame(plain, Escapes.text(plain));
    }

    @Test
    void controlsAndDirectionMarksAreShown() {
        assertEquals("a\\x1b[31mb\\n\\t\\r\\x7f", Escapes.text("a\u001b[31mb\n\t\r\u007f"));
        assertEquals("\\u202egpj.exe", Escapes.text("\u202egpj.exe"));
        assertEquals("\\u009b\\u200b\\u2028\\ufeff", Escapes.text("\u009b\u200b\u2028\ufeff"));
        assertEquals("\\U000e0041", Escapes.text("\udb40\udc41"));
        assertEquals("\\ud83d", Escapes.text("\ud83d"));
    }

    @Test
    void bytesThatAreNotUtf8AreShownOneByOne() {
        assertEquals("a\\xffb\\xc3", Escapes.text(bytes("a\u00ffb\u00c3")));
        assertEquals("\\xc0\\xaf", Escapes.text(bytes("\u00c0\u00af")));
        assertEquals("\\xed\\xa0\\x80", Escapes.text(bytes("\u00ed\u00a0\u0080")));
        assertEquals("\u00e9\\xe9", Escapes.text(bytes("\u00c3\u00a9\u00e9")));
    }

    @Test
    void aPathCopiedFromAListingLeadsBackToItsBytes() {
        ByteString name = bytes("a\u00ff\u00c3\u00a9\u0001\\x");
        assertEquals(name, Escapes.bytes(Escapes.text(name)));
        assertEquals(ByteString.of("\\xg1\\x"), Escapes.bytes("\\xg1\\x"));
    }

    @Test
    void utf8IsToldFromOtherBytes() {
        byte[] good = "a\u00e9\u6f22\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        assertTrue(Utf8.isValid(good, 0, good.length));
        assertFalse(Utf8.isValid(good, 0, good.length - 1));
    }

    private static ByteString bytes(String latin1) {
        return ByteString.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
