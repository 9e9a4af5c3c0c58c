package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Draws rows of text, what is selected, and the cursor. */
final class TerminalPainter {
    /** The height of a row. */
    static final double ROW = 18;

    /** Around the text. */
    static final double LEFT = 12;

    static final double TOP = 6;

    private static final double BASELINE = 13;
    private static final String RULER = "MMMMMMMMMMMMMMMMMMMM";

    private final Pen pen;

    TerminalPainter(Pen pen) {
        this.pen = pen;
    }

    /** The width of a column. */
    double column() {
        return pen.width(RULER, TerminalFace.PLAIN) / RULER.length();
    }

    void draw(
            Snapshot shown,
            @Nullable Selection selection,
            double width,
            double height,
            boolean focused) {
        pen.fill(pen.snapped(0, 0, width, height), 0, TerminalInk.PANE);
        double wide = column();
        for (int row = 0; row < shown.rows().size(); row++) {
            double y = TOP + row * ROW;
            grounds(shown.rows().get(row), y, wide);
            if (selection != null) {
                selected(selection, (long) shown.history() + shown.first() + row, y, wide, width);
            }
            for (Piece piece : shown.rows().get(row)) {
                letters(piece, y, wide);
            }
        }
        cursor(shown, wide, focused);
        if (focused) {
            pen.edge(pen.snapped(0, 0, width, height), 0, 2, TerminalInk.CURSOR);
        }
    }

    private void grounds(List<Piece> pieces, double y, double wide) {
        for (Piece piece : pieces) {
            int ground = piece.look().ground();
            boolean inverse = piece.look().inverse();
            if (ground == Shade.DEFAULT && !inverse) {
                continue;
            }
            Rectangle2D box =
                    pen.snapped(LEFT + piece.column() * wide, y, piece.text().length() * wide, ROW);
            if (ground == Shade.DEFAULT) {
                pen.fill(box, 0, TerminalInk.TEXT);
            } else if (Shade.isNamed(ground)) {
                pen.fill(box, 0, TerminalInk.named(ground));
            } else {
                pen.fill(box, Shade.color(ground));
            }
        }
    }

    private void selected(Selection selection, long row, double y, double wide, double width) {
        int to = selection.to(row);
        int from = selection.from(row);
        if (to > from) {
            double right = to == Integer.MAX_VALUE ? width : LEFT + to * wide;
            double left = LEFT + from * wide;
            pen.fill(pen.snapped(left, y, right - left, ROW), 0, TerminalInk.SELECT);
        }
    }

    private void letters(Piece piece, double y, double wide) {
        String text = piece.text();
        if (text.isBlank() && !piece.look().underlined()) {
            return;
        }
        double x = LEFT + piece.column() * wide;
        if (isEven(text)) {
            write(text, piece.look(), x, y);
        } else {
            // Letters of other fonts have widths of their own.
            int column = 0;
            int at = 0;
            while (at < text.length()) {
                int length = Character.charCount(text.codePointAt(at));
                write(text.substring(at, at + length), piece.look(), x + column * wide, y);
                column += length;
                at += length;
            }
        }
        if (piece.look().underlined()) {
            pen.level(x, x + text.length() * wide, y + BASELINE + 2, 1, TerminalInk.TEXT);
        }
    }

    private static boolean isEven(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x250);
    }

    private void write(String text, Look look, double x, double y) {
        TerminalFace face = look.bold() ? TerminalFace.BOLD : TerminalFace.PLAIN;
        boolean onColor = Shade.isNamed(look.ground());
        int letters = look.letters();
        double base = y + BASELINE;
        if (onColor && letters < Shade.NAMED) {
            // All sixteen can be read on the pane, so the pane's colour can be read on all of them.
            pen.text(text, face, TerminalInk.PANE, x, base);
        } else if (letters == Shade.DEFAULT) {
            TerminalInk ink =
                    look.inverse()
                            ? TerminalInk.PANE
                            : look.dim() ? TerminalInk.DIM : TerminalInk.TEXT;
            pen.text(text, face, ink, x, base);
        } else if (Shade.isNamed(letters)) {
            pen.text(text, face, TerminalInk.named(letters), x, base);
        } else {
            pen.text(text, face, Shade.color(letters), x, base);
        }
    }

    private void cursor(Snapshot shown, double wide, boolean focused) {
        int row = shown.cursorRow() - shown.first();
        if (!shown.cursor() || row < 0 || row >= shown.rows().size()) {
            return;
        }
        double x = LEFT + shown.cursorColumn() * wide;
        double y = TOP + row * ROW;
        Rectangle2D box = pen.snapped(x, y + 1, wide, ROW - 2);
        if (!focused) {
            pen.edge(box, 0, 1, TerminalInk.TEXT);
            return;
        }
        pen.fill(box, 0, TerminalInk.TEXT);
        for (Piece piece : shown.rows().get(row)) {
            int at = shown.cursorColumn() - piece.column();
            if (at >= 0 && at < piece.text().length()) {
                String letter = piece.text().substring(at, at + 1);
                pen.text(letter, TerminalFace.PLAIN, TerminalInk.PANE, x, y + BASELINE);
            }
        }
    }
}
