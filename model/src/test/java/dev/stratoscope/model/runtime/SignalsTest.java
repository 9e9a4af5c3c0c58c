package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class SignalsTest {
    @Test
    void areKnownByNameAndNumber() {
        assertEquals(15, Signals.number("TERM"));
        assertEquals(15, Signals.number("sigterm"));
        assertEquals(9, Signals.number("9"));
        assertEquals(37, Signals.number("SIGRTMIN+3"));
        assertEquals(62, Signals.number("RTMAX-2"));
    }

    @Test
    void othersAreRefused() {
        for (String text : List.of("", "0", "65", "-9", "SIG", "NONE", "RTMIN+31", "RTMIN+x")) {
            assertThrows(IllegalArgumentException.class, () -> Signals.number(text), text);
        }
    }
}
