package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.task.Fan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

class GzipBlocksTest {
    private static final int BLOCK = GzipBlocks.BLOCK;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 7 * BLOCK + 77})
    void inflatesToWhatWasWritten(int length) throws IOException {
        byte[] plain = Plain.some(length, length);
        byte[] stored = gzip(plain, length + 1);
        assertArrayEquals(plain, inflated(stored));
        try (GzipStream ours = new GzipStream(new ByteArrayInputStream(stored))) {
            assertArrayEquals(plain, ours.readAllBytes());
        }
    }

    @Test
    void noiseInflatesToo() throws IOException {
        byte[] noise = new byte[3 * BLOCK + 5];
        new Random(1).nextBytes(noise);
        assertArrayEquals(noise, inflated(gzip(noise, 4096)));
    }

    @Test
    void theBytesAreThoseOfDeflatingBlockAfterBlock() throws IOException {
        byte[] plain = Plain.some(5 * BLOCK + 123, 5);
        byte[] stored = gzip(plain, 1000);
        byte[] deflated = Arrays.copyOfRange(stored, 10, stored.length - 8);
        assertArrayEquals(oneAfterAnother(plain), deflated);
    }

    @Test
    void theBytesDependOnNeitherTheWritesNorWhatElseIsGoingOn() throws IOException {
        byte[] plain = Plain.some(6 * BLOCK + 99, 6);
        byte[] expected = gzip(plain, plain.length);
        List<Callable<byte[]>> writers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int piece = 1 + i * 20_011;
            writers.add(() -> gzip(plain, piece));
        }
        for (byte[] stored : Fan.out(writers)) {
            assertArrayEquals(expected, stored);
        }
    }

    @Test
    void blocksCostLittle() throws IOException {
        byte[] plain = Plain.some(16 * BLOCK, 2);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Deflater six = new Deflater(6, true)) {
            six.setInput(plain);
            six.finish();
            byte[] buffer = new byte[1 << 16];
            while (!six.finished()) {
                whole.write(buffer, 0, six.deflate(buffer));
            }
        }
        assertTrue(gzip(plain, 4096).length < whole.size() * 1.04, whole.size() + "");
    }

    @Test
    void whatCannotBeWrittenIsAnError() {
        OutputStream full =
                new OutputStream() {
                    private int left = 20_000;

                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        left -= length;
                        if (left < 0) {
                            throw new IOException("full");
                        }
                    }
                };
        byte[] noise = new byte[4 * BLOCK];
        new Random(2).nextBytes(noise);
        IOException told =
                assertThrows(
                        IOException.class,
                        () -> {
                            try (GzipBlocks out = new GzipBlocks(full, null)) {
                                out.write(noise);
                                out.end();
                            }
                        });
        assertEquals("full", told.getMessage());
    }

    private static byte[] gzip(byte[] plain, int piece) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (GzipBlocks out = new GzipBlocks(stored, null)) {
            for (int at = 0; at < plain.length; at += piece) {
                out.write(plain, at, Math.min(piece, plain.length - at));
            }
            out.end();
        }
        return stored.toByteArray();
    }

    private static byte[] inflated(byte[] stored) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return in.readAllBytes();
        }
    }

    private static byte[] oneAfterAnother(byte[] plain) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 20];
        for (int at = 0; at < plain.length; at += BLOCK) {
            int length = Math.min(BLOCK, plain.length - at);
            boolean last = at + length == plain.length;
            try (Deflater deflater = new Deflater(4, true)) {
                if (at > 0) {
                    deflater.setDictionary(plain, at - (1 << 15), 1 << 15);
                }
                deflater.setInput(plain, at, length);
                if (last) {
                    deflater.finish();
                }
                int flush = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
                all.write(buffer, 0, deflater.deflate(buffer, 0, buffer.length, flush));
            }
        }
        return all.toByteArray();
    }
}
