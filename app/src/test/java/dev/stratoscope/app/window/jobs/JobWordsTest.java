package dev.stratoscope.app.window.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Pace;
import dev.stratoscope.model.task.Meter;

import org.junit.jupiter.api.Test;

class JobWordsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void amountNamesTheUnitOnceWhereItIsTheSame() {
        assertEquals("18.4 of 46.0 MB", bytes(18_400_000, 46_000_000));
        assertEquals("920 kB of 46.0 MB", bytes(920_000, 46_000_000));
        assertEquals("212 MB", bytes(212_000_000, 0));
        assertEquals("", bytes(0, 0));
    }

    @Test
    void pathsAreNeverBytes() {
        Meter.State state = new Meter.State("", 5_020, 7_204);
        assertEquals("5,020 of 7,204 paths", JobWords.amount(Brief.Unit.PATHS, state));
        Pace pace = new Pace();
        pace.look(0, 0);
        pace.look(SECOND, 38_400);
        assertEquals("38,400 paths/s", JobWords.rate(Brief.Unit.PATHS, pace));
    }

    @Test
    void timeLeftIsInWords() {
        assertEquals("", JobWords.left(-1));
        assertEquals("1 s left", JobWords.left(0));
        assertEquals("4 s left", JobWords.left(3.2));
        assertEquals("2 min left", JobWords.left(61));
        assertEquals("over 2 h left", JobWords.left(8000));
    }

    @Test
    void paceForgetsWhatWasLongAgo() {
        Pace pace = new Pace();
        pace.look(0, 0);
        pace.look(SECOND, 100_000_000);
        for (int i = 2; i <= 8; i++) {
            pace.look(i * SECOND, 100_000_000 + (i - 1) * 1_000_000L);
        }
        assertEquals(1_000_000, pace.perSecond(), 1);
        assertEquals(93, pace.secondsLeft(200_000_000), 0.1);
    }

    private static String bytes(long done, long total) {
        return JobWords.amount(Brief.Unit.BYTES, new Meter.State("", done, total));
    }
}
