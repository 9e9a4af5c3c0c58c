package dev.stratoscope.app.container.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Lines of a log: colours become looks, and nothing else of a terminal gets through. */
class EscapedLineTest {
    @Test
    void coloursBecomeLooks() {
        List<Piece> pieces =
                EscapedLine.pieces("a\u001b[1;31mb\u001b[0m\u001b[38;5;208mc\u001b[48;2;1;2;3md");

        assertEquals(List.of("a", "b", "c", "d"), pieces.stream().map(Piece::text).toList());
        assertEquals(9, pieces.get(1).look().letters());
        assertEquals(208, pieces.get(2).look().letters());
        assertEquals(Shade.of(1, 2, 3), pieces.get(3).look().ground());
    }

    @Test
    void whatMovesACursorIsLeftOut() {
        assertEquals("ab", EscapedLine.plain("a\u001b[2K\u001b]0;title\u0007\u001b(Bb"));
    }

    @Test
    void sequencesThatEndTooSoonAreLeftOut() {
        assertEquals("a", EscapedLine.plain("a\u001b["));
        assertEquals("a", EscapedLine.plain("a\u001b]0;x"));
        assertEquals("ab", EscapedLine.plain("a\u001b[38;5mb"));
    }

    @Test
    void tabsReachToTheNextStop() {
        assertEquals("ab      c", EscapedLine.plain("ab\tc"));
    }
}
