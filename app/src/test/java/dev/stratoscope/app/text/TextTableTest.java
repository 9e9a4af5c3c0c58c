package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAtLeastTenWideAndThreeApart() {
        String text =
                new TextTable("IMAGE", "CREATED AT", "CREATED BY", "SIZE", "COMMENT")
                        .row("abcdef", "2017-01-01T12:00:03Z", "rose", "0", "new history item!")
                        .toString();
        assertEquals(
                """
                IMAGE     CREATED AT             CREATED BY   SIZE      COMMENT
                abcdef    2017-01-01T12:00:03Z   rose         0         new history item!
                """,
                text);
    }

    @Test
    void theLastCellIsNotPaddedButTheOneBeforeItIs() {
        assertEquals("A         B\nx         \n", new TextTable("A", "B").row("x", "").toString());
    }

    @Test
    void numbersMayStandAtTheRight() {
        assertEquals(
                "      N   B\n      5   x\n1234567   y\n",
                new TextTable("N", "B").alignRight(0).row("5", "x").row("1234567", "y").toString());
    }

    @Test
    void aRowNeedsACellForEachHeading() {
        TextTable table = new TextTable("A", "B");
        assertThrows(IllegalArgumentException.class, () -> table.row("x"));
    }
}
