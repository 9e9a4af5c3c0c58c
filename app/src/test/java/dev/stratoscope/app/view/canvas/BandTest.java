package dev.stratoscope.app.view.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The shape of a band between two edges. */
class BandTest {
    private static final Band BAND = new Band(100, 0, 40, 200, 300, 300);

    @Test
    void itBeginsAndEndsAtItsEdges() {
        assertEquals(0, BAND.topAt(100), 1e-6);
        assertEquals(40, BAND.bottomAt(100), 1e-6);
        assertEquals(300, BAND.topAt(200), 1e-6);
        assertEquals(300, BAND.bottomAt(200), 1e-6);
    }

    @Test
    void itIsHalfWayDownInTheMiddle() {
        assertEquals(150, BAND.topAt(150), 1e-3);
        assertEquals(170, BAND.bottomAt(150), 1e-3);
    }

    @Test
    void itGoesOneWayOnlyAndLeavesLevel() {
        double last = 0;
        for (double x = 100; x <= 200; x += 0.5) {
            assertTrue(BAND.topAt(x) >= last);
            last = BAND.topAt(x);
        }
        assertTrue(BAND.topAt(105) < 4, "still level at " + BAND.topAt(105));
    }

    @Test
    void aPointIsOnItBetweenItsEdges() {
        assertTrue(BAND.contains(110, 20, 0));
        assertFalse(BAND.contains(110, 100, 0));
        assertTrue(BAND.contains(200, 303, 4), "near the point it tapers to");
        assertFalse(BAND.contains(99, 20, 0));
    }
}
