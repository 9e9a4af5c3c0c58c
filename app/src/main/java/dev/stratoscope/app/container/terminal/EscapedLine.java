package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.text.Escapes;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as a program wrote it for a terminal: colours become looks, other escape sequences are
 * left out, other control characters are shown escaped.
 */
public final class EscapedLine {
    private static final char ESC = '\u001b';
    private static final char BELL = '\u0007';
    private static final int TAB = 8;

    private final String line;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Look look = Look.PLAIN;
    private int column;
    private int at;

    private EscapedLine(String line) {
        this.line = line;
    }

    /** The pieces of a line, from the left. */
    public static List<Piece> pieces(String line) {
        EscapedLine read = new EscapedLine(line);
        read.read();
        return read.pieces;
    }

    /** The text of a line alone. */
    public static String plain(String line) {
        boolean safe = true;
        for (int i = 0; i < line.length() && safe; i++) {
            char c = line.charAt(i);
            safe = c >= ' ' && c < 0x7f;
        }
        if (safe) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        pieces(line).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private void read() {
        while (at < line.length()) {
            char c = line.charAt(at);
            at++;
            switch (c) {
                case ESC -> escape();
                case '\t' -> {
                    int width = TAB - (column + open.length()) % TAB;
                    open.repeat(' ', width);
                }
                case '\r' -> {
                    if (at < line.length()) {
                        open.append(Escapes.text("\r"));
                    }
                }
                default -> text(c);
            }
        }
        end();
    }

    private void text(char c) {
        boolean pair =
                Character.isHighSurrogate(c)
                        && at < line.length()
                        && Character.isLowSurrogate(line.charAt(at));
        if (c >= ' ' && c < 0x7f) {
            open.append(c);
        } else if (pair) {
            open.append(Escapes.text(line.substring(at - 1, at + 1)));
            at++;
        } else {
            open.append(Escapes.text(String.valueOf(c)));
        }
    }

    private void end() {
        if (!open.isEmpty()) {
            pieces.add(new Piece(column, open.toString(), look));
            column += open.length();
            open.setLength(0);
        }
    }

    private void escape() {
        char kind = at < line.length() ? line.charAt(at) : 0;
        if (kind == '[') {
            at++;
            control();
        } else if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
            at++;
            string();
        } else if (kind >= ' ' && kind < 0x7f) {
            at++;
            while (kind < 0x30 && at < line.length()) {
                kind = line.charAt(at);
                at++;
            }
        } else {
            open.append(Escapes.text(String.valueOf(ESC)));
        }
    }

    /** Up to a letter; an m sets the look. */
    private void control() {
        int from = at;
        while (at < line.length() && line.charAt(at) >= 0x20 && line.charAt(at) < 0x40) {
            at++;
        }
        if (at < line.length()) {
            char last = line.charAt(at);
            if (last == 'm') {
                end();
                look = Sgr.apply(look, line.substring(from, at));
            }
            at++;
        }
    }

    /** Up to a bell or the end of a string. */
    private void string() {
        while (at < line.length() && line.charAt(at) != BELL && line.charAt(at) != ESC) {
            at++;
        }
        if (at < line.length()) {
            at += line.charAt(at) == ESC && at + 1 < line.length() ? 2 : 1;
        }
    }
}
