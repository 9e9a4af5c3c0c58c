package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.image.ImageFormatException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

class CheckpointsTest {
    private static final byte[] WINDOW = Plain.some(RawInflater.WINDOW, 3);

    @Test
    void givesTheNearestBefore() throws IOException {
        Checkpoints two = Checkpoints.of(two().segment());
        assertEquals(2, two.count());
        assertNull(two.before(99));
        Checkpoint first = Objects.requireNonNull(two.before(100));
        assertEquals(7, first.start());
        assertEquals(0, first.window().length);
        Checkpoint second = Objects.requireNonNull(two.before(1L << 40));
        assertEquals(5_000_000_000L, second.plain());
        assertEquals(3, second.bits());
        assertEquals(3_999_999_999L, second.start());
        assertArrayEquals(WINDOW, second.window());
        assertEquals(100, two.plainBefore(4_999_999_999L));
        assertEquals(0, two.plainBefore(0));
    }

    @Test
    void ofNothingAreNone() throws IOException {
        Checkpoints none = Checkpoints.of(new CheckpointRecorder().checkpoints().segment());
        assertEquals(0, none.count());
        assertNull(none.before(Long.MAX_VALUE));
    }

    @Test
    void refusesBytesThatAreCutShortOrAreSomethingElse() {
        byte[] bytes = two().segment().toArray(ValueLayout.JAVA_BYTE);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(ImageFormatException.class, () -> read(cut));
        }
        assertThrows(ImageFormatException.class, () -> read(new byte[100]));
    }

    @Test
    void damageIsRefusedOrHarmless() {
        Random random = new Random(9);
        byte[] sound = two().segment().toArray(ValueLayout.JAVA_BYTE);
        for (int round = 0; round < 5000; round++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(100)] = (byte) random.nextInt();
            try {
                Checkpoints read = read(damaged);
                for (long offset : new long[] {0, 100, 1 << 20, Long.MAX_VALUE}) {
                    Checkpoint before = read.before(offset);
                    assertEquals(before == null ? 0 : before.plain(), read.plainBefore(offset));
                }
            } catch (IOException e) {
                // Refused.
            }
        }
    }

    private static Checkpoints read(byte[] bytes) throws ImageFormatException {
        return Checkpoints.of(MemorySegment.ofArray(bytes));
    }

    private static Checkpoints two() {
        CheckpointRecorder recorder = new CheckpointRecorder();
        recorder.add(7, 0, 100, new byte[0]);
        recorder.add(4_000_000_000L, 3, 5_000_000_000L, WINDOW);
        return recorder.checkpoints();
    }
}
