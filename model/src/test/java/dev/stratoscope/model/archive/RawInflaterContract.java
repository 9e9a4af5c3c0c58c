package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

/** What every inflater does. */
interface RawInflaterContract {
    RawInflater inflater();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 9})
    default void givesWhatWasDeflated(int level) throws Exception {
        byte[] plain = Plain.some(300_000, level);
        byte[] deflated = deflated(plain, level);
        for (int piece : new int[] {1, 1000, 1 << 16, 1 << 20}) {
            try (RawInflater inflater = inflater()) {
                assertArrayEquals(plain, inflated(inflater, deflated, piece));
                assertTrue(inflater.finished());
            }
        }
    }

    @Test
    default void leavesWhatFollowsTheEnd() throws Exception {
        byte[] deflated = deflated(Plain.some(1000, 1), 6);
        try (RawInflater inflater = inflater()) {
            inflater.feed(Arrays.copyOf(deflated, deflated.length + 7), 0, deflated.length + 7);
            byte[] to = new byte[2000];
            assertEquals(1000, inflater.inflate(to, 0, to.length));
            assertEquals(0, inflater.inflate(to, 0, to.length));
            assertTrue(inflater.finished());
            assertEquals(7, inflater.left());
        }
    }

    @Test
    default void beginsAnew() throws Exception {
        try (RawInflater inflater = inflater()) {
            for (int seed = 0; seed < 3; seed++) {
                byte[] plain = Plain.some(50_000, seed);
                assertArrayEquals(plain, inflated(inflater, deflated(plain, 6), 4096));
                inflater.restart();
            }
        }
    }

    @Test
    default void refusesWhatIsNoDeflateData() {
        byte[] noise = new byte[1000];
        new Random(5).nextBytes(noise);
        noise[0] = 7;
        try (RawInflater inflater = inflater()) {
            DataFormatException refusal =
                    assertThrows(DataFormatException.class, () -> inflated(inflater, noise, 1000));
            assertEquals("invalid block type", refusal.getMessage());
        }
    }

    @Test
    default void isClosedTwiceWithoutHarm() {
        RawInflater inflater = inflater();
        inflater.close();
        inflater.close();
    }

    private static byte[] inflated(RawInflater inflater, byte[] deflated, int piece)
            throws DataFormatException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] to = new byte[5000];
        int at = 0;
        while (!inflater.finished()) {
            if (inflater.left() == 0) {
                int some = Math.min(piece, deflated.length - at);
                inflater.feed(deflated, at, some);
                at += some;
            }
            all.write(to, 0, inflater.inflate(to, 0, to.length));
        }
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] plain, int level) {
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] all = new byte[plain.length + 1000];
            return Arrays.copyOf(all, deflater.deflate(all));
        }
    }
}
