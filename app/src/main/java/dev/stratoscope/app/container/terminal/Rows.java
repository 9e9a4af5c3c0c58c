package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.CharBuffer;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.CharUtils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Rows of the library's buffer as pieces. */
final class Rows {
    private Rows() {}

    /** A row; the buffer is locked by the caller. */
    static List<Piece> pieces(TerminalTextBuffer buffer, int row) {
        if (row >= buffer.getScreenLinesCount()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        int column = 0;
        for (TerminalLine.TextEntry entry : buffer.getLine(row).getEntries()) {
            add(pieces, column, entry);
            column += entry.getLength();
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, int column, TerminalLine.TextEntry entry) {
        Look look = look(entry.getStyle());
        if (entry.isNul()) {
            if (look.ground() != Shade.DEFAULT) {
                pieces.add(new Piece(column, " ".repeat(entry.getLength()), look));
            }
            return;
        }
        CharBuffer text = entry.getText();
        StringBuilder open = new StringBuilder();
        int start = column;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == CharUtils.DWC) {
                // The character before takes two columns: what follows begins anew.
                flush(pieces, start, open, look);
                start = column + i + 1;
            } else {
                open.append(c < ' ' ? ' ' : c);
            }
        }
        flush(pieces, start, open, look);
    }

    private static void flush(List<Piece> pieces, int start, StringBuilder open, Look look) {
        if (!open.isEmpty()) {
            pieces.add(new Piece(start, open.toString(), look));
            open.setLength(0);
        }
    }

    private static Look look(TextStyle style) {
        return new Look(
                shade(style.getForeground()),
                shade(style.getBackground()),
                style.hasOption(TextStyle.Option.BOLD),
                style.hasOption(TextStyle.Option.DIM),
                style.hasOption(TextStyle.Option.ITALIC),
                style.hasOption(TextStyle.Option.UNDERLINED),
                style.hasOption(TextStyle.Option.INVERSE));
    }

    private static int shade(@Nullable TerminalColor color) {
        if (color == null) {
            return Shade.DEFAULT;
        }
        if (color.isIndexed()) {
            return color.getColorIndex();
        }
        Color own = color.toColor();
        return Shade.of(own.getRed(), own.getGreen(), own.getBlue());
    }
}
