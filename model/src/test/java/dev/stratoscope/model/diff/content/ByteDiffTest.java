package dev.stratoscope.model.diff.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.diff.content.ByteDiff.Stretch;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;

import java.io.InterruptedIOException;
import java.util.Random;

final class ByteDiffTest {
    @Test
    void theFirstAndLastDifferingByteAreFoundAcrossPieces() throws Exception {
        byte[] one = new byte[1_000_000];
        byte[] other = one.clone();
        other[700_000] = 1;
        other[700_010] = 1;
        other[900_000] = 1;
        ByteDiff diff = diff(one, other);
        assertEquals(new Stretch(700_000, 700_011), diff.next(0, Progress.NONE));
        assertEquals(new Stretch(900_000, 900_001), diff.next(700_011, Progress.NONE));
        assertNull(diff.next(900_001, Progress.NONE));
        assertEquals(new Stretch(900_000, 900_001), diff.previous(1_000_000, Progress.NONE));
        assertEquals(new Stretch(700_000, 700_011), diff.previous(900_000, Progress.NONE));
        assertNull(diff.previous(700_000, Progress.NONE));
    }

    @Test
    void theEndOfALongerFileDiffers() throws Exception {
        ByteDiff diff = diff(new byte[10], new byte[100]);
        assertEquals(new Stretch(10, 100), diff.next(0, Progress.NONE));
        assertEquals(new Stretch(10, 100), diff.previous(100, Progress.NONE));
        assertEquals(100, diff.size());
        assertNull(diff(new byte[0], new byte[0]).next(0, Progress.NONE));
    }

    @Test
    void walkingForwardsMeetsEveryDifferingByte() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] one = new byte[random.nextInt(400)];
            byte[] other = new byte[random.nextInt(400)];
            for (int j = random.nextInt(6); j > 0 && other.length > 0; j--) {
                other[random.nextInt(other.length)] = 1;
            }
            ByteDiff diff = diff(one, other);
            boolean[] met = new boolean[400];
            long at = 0;
            for (Stretch s = diff.next(0, Progress.NONE); s != null; ) {
                assertNotNull(diff.previous(s.to(), Progress.NONE));
                for (long k = at; k < s.to(); k++) {
                    met[(int) k] = k >= s.from();
                }
                at = s.to();
                s = diff.next(at, Progress.NONE);
            }
            for (int k = 0; k < diff.size(); k++) {
                boolean both = k < one.length && k < other.length;
                boolean differs = !both || one[k] != other[k];
                assertEquals(differs, differs && met[k], "offset " + k);
            }
        }
    }

    @Test
    void aCancelledSearchStops() {
        Meter meter = new Meter("Searching");
        meter.cancel();
        ByteDiff diff = diff(new byte[10], new byte[10]);
        assertThrows(InterruptedIOException.class, () -> diff.next(0, meter));
        assertThrows(InterruptedIOException.class, () -> diff.previous(10, meter));
    }

    private static ByteDiff diff(byte[] one, byte[] other) {
        return new ByteDiff(FileBytes.of(ByteString.of(one)), FileBytes.of(ByteString.of(other)));
    }
}
