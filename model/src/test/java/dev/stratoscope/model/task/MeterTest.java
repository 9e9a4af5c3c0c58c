package dev.stratoscope.model.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.InterruptedIOException;

/** Progress to look at, and to cancel by. */
class MeterTest {
    @Test
    void childrenAddToOneTotal() throws InterruptedIOException {
        Meter meter = new Meter("all");
        Progress first = meter.child("first", 10);
        Progress second = meter.child("second", 30);
        first.advance(5);
        second.advance(15);
        assertEquals(new Meter.State("second", 20, 40), meter.state());
        assertEquals(0.5, meter.state().fraction());
    }

    @Test
    void aChildWithoutATotalMakesTheEndUnknown() {
        Meter meter = new Meter("all");
        meter.child("known", 10);
        meter.child("unknown", -1);
        assertEquals(-1, meter.state().total());
        assertTrue(meter.state().fraction() < 0);
        assertTrue(new Meter("nothing").state().fraction() < 0);
    }

    @Test
    void theFractionNeverPassesOne() throws InterruptedIOException {
        Meter meter = new Meter("all");
        meter.child("part", 10).advance(25);
        assertEquals(1, meter.state().fraction());
    }

    @Test
    void cancelStopsTheNextAdvanceOfEveryPart() {
        Meter meter = new Meter("all");
        Progress child = meter.child("part", 1);
        meter.cancel();
        assertTrue(meter.isCancelled());
        assertThrows(InterruptedIOException.class, () -> child.advance(0));
        assertThrows(InterruptedIOException.class, () -> meter.advance(1));
    }

    @Test
    void anInterruptStopsTooAndStaysSet() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> Progress.NONE.advance(1));
        assertThrows(InterruptedIOException.class, () -> new Meter("all").advance(1));
        assertTrue(Thread.interrupted());
    }
}
