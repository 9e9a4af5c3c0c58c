package dev.stratoscope.app.view.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

import javax.imageio.ImageIO;

/** What a file is, by its first bytes. */
final class MagicTest {
    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "GIF", "BMP"})
    void picturesTellTheirSize(String format) throws IOException {
        byte[] bytes = picture(format, 37, 21);
        assertEquals(new PictureHeader(format, 37, 21), PictureHeader.of(bytes));
        assertEquals(format + " image, 37 × 21", Magic.words(bytes));
    }

    @Test
    void hugePictureIsRefusedByItsHeader() throws IOException {
        byte[] bytes = picture("PNG", 2, 2);
        ByteBuffer.wrap(bytes).putInt(16, 100_000).putInt(20, 100_000);
        PictureHeader header = PictureHeader.of(bytes);
        assertNotNull(header);
        assertFalse(header.isBounded());
    }

    @Test
    void programsAreTold() throws IOException {
        try (InputStream own = MagicTest.class.getResourceAsStream("MagicTest.class")) {
            assertNotNull(own);
            assertEquals("Java class, version 69 (25)", Magic.words(own.readAllBytes()));
        }
        assertEquals("ELF 64-bit, x86-64, dynamically linked", Magic.words(elf(3, 3)));
        assertEquals("ELF 64-bit, x86-64, shared library", Magic.words(elf(3, 2)));
        assertEquals("ELF 64-bit, x86-64, statically linked", Magic.words(elf(2, 1)));
        assertEquals("ELF 64-bit, x86-64, object", Magic.words(elf(1, 1)));
    }

    @Test
    void whatIsNotKnownHasNoWords() {
        assertNull(Magic.words(new byte[0]));
        assertNull(Magic.words("just words".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] elf(int type, int segment) {
        return ByteBuffer.allocate(120)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 0x464c457f)
                .put(4, (byte) 2)
                .put(5, (byte) 1)
                .putShort(16, (short) type)
                .putShort(18, (short) 62)
                .putLong(32, 64)
                .putShort(54, (short) 56)
                .putShort(56, (short) 1)
                .putInt(64, segment)
                .array();
    }

    @Test
    void nothingIsEverThrown() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            Magic.words(bytes);
            PictureHeader.of(bytes);
        }
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, format.toLowerCase(Locale.ROOT), out);
        return out.toByteArray();
    }
}
