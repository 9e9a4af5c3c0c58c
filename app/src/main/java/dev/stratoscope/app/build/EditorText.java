package dev.stratoscope.app.build;

import dev.stratoscope.app.view.code.CodeLines;
import dev.stratoscope.app.view.code.Language;
import dev.stratoscope.app.view.code.Token;

import java.util.List;

/** A text and its lines. Immutable. */
final class EditorText {
    /** More of a line is not drawn; a screen is narrower. */
    private static final int LONGEST = 1_000;

    private final String text;
    private final CodeLines lines;
    private final int[] starts;

    private EditorText(String text, CodeLines lines, int[] starts) {
        this.text = text;
        this.lines = lines;
        this.starts = starts;
    }

    static EditorText of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int[] starts = new int[lines.size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += lines.get(i).length() + 1;
        }
        return new EditorText(text, CodeLines.of(Language.DOCKERFILE, lines), starts);
    }

    /** How many lines it has; at least 1. */
    int size() {
        return starts.length;
    }

    /** A line, from 0, as far as it is drawn. */
    String line(int index) {
        String line = lines.lines().get(index);
        return line.substring(0, Math.min(LONGEST, line.length()));
    }

    /** The parts of a line, from 0. */
    List<Token> tokens(int index) {
        return lines.tokens(index, LONGEST);
    }

    /** Where a place of a line stands in the text; both count from 1, and are made to fit. */
    int offset(int line, int column) {
        int index = Math.clamp(line, 1, starts.length) - 1;
        int length = lines.lines().get(index).length();
        return starts[index] + Math.clamp(column - 1L, 0, length);
    }

    /** The line, from 1, that a place of the text is on. */
    int lineOf(int offset) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
