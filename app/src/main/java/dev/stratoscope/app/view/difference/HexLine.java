package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.difference.HalfLine.Change;
import dev.stratoscope.app.view.preview.HexRow;
import dev.stratoscope.app.view.preview.Pages;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;

/** One line of bytes on the screen, of both files. */
final class HexLine extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final HalfLine left = new HalfLine(0);
    private final HalfLine right = new HalfLine(0);
    private boolean pair;

    HexLine() {
        getStyleClass().add("hex-line");
        getChildren().setAll(left, right);
    }

    /** Shows the bytes from an offset on. */
    void show(BytePages bytes, long offset, int width, boolean selected) {
        pair = bytes.isPair();
        right.setVisible(pair);
        boolean differs = bytes.differs(offset, 0, width);
        Change old = differs ? Change.REMOVED : Change.NONE;
        write(left, bytes, bytes.sides().getFirst(), offset, width, old);
        if (pair) {
            Change now = differs ? Change.ADDED : Change.NONE;
            write(right, bytes, bytes.sides().getLast(), offset, width, now);
        }
        pseudoClassStateChanged(SELECTED, selected);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double half = pair ? TextRows.half(getWidth()) : getWidth();
        left.resizeRelocate(0, 0, half, getHeight());
        right.resizeRelocate(getWidth() - half, 0, half, getHeight());
    }

    private static void write(
            HalfLine half, BytePages bytes, Pages side, long offset, int width, Change change) {
        MarkedLine line = half.line();
        line.clear();
        if (offset >= side.size()) {
            half.show(Change.ABSENT);
            return;
        }
        half.show(change);
        HexRow row = bytes.row(side, offset, width);
        line.add(row.offset() + "  ", "code-comment", false);
        if (!bytes.isThere(side, offset)) {
            line.add("…", "code-comment", false);
            return;
        }
        boolean[] marks = new boolean[width + 1];
        for (int i = 0; i < width && change != Change.NONE; i++) {
            marks[i] = bytes.differs(offset, i, 1);
        }
        addHex(line, row.hex(), marks, width);
        line.add(" ", "code-plain", false);
        String characters = row.characters();
        for (int from = 0; from < characters.length(); ) {
            int to = alike(marks, from, characters.length());
            line.add(characters.substring(from, to), "code-string", marks[from]);
            from = to;
        }
    }

    /** Adds bytes of which as many as possible are one piece. */
    private static void addHex(MarkedLine line, String hex, boolean[] marks, int width) {
        for (int from = 0; from < width; ) {
            int to = alike(marks, from, width);
            int start = place(from);
            int end = to == width ? hex.length() : place(to);
            String piece = hex.substring(start, end);
            String bare = piece.stripTrailing();
            line.add(bare, "code-plain", marks[from]);
            line.add(piece.substring(bare.length()), "code-plain", false);
            from = to;
        }
    }

    /** Where a byte stands: a blank is after each, and one more in the middle of sixteen. */
    private static int place(int number) {
        return 3 * number + (number >= 8 ? 1 : 0);
    }

    private static int alike(boolean[] marks, int from, int end) {
        int to = from + 1;
        while (to < end && marks[to] == marks[from]) {
            to++;
        }
        return to;
    }
}
