package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.code.CodeLines;
import dev.stratoscope.app.view.code.Token;
import dev.stratoscope.model.diff.content.WordDiff;

import java.util.List;
import java.util.Locale;

/** Writes a line of a text: safe to show, cut where it is endless, with what differs marked. */
final class LineText {
    /** The most characters of a line that are shown. */
    static final int LONGEST = 2_000;

    private static final int LEAD = 30;
    private static final int TAB = 4;

    private final MarkedLine to;
    private int column;

    private LineText(MarkedLine to) {
        this.to = to;
    }

    /** Shows a line in place of what is shown. */
    static void show(MarkedLine to, CodeLines code, int number, List<WordDiff.Mark> marks) {
        to.clear();
        String line = code.lines().get(number);
        LineText writer = new LineText(to);
        int first = marks.isEmpty() ? 0 : marks.getFirst().from();
        if (line.length() > LONGEST && first > LONGEST - LEAD) {
            writer.piece(line, marks, first - LEAD);
        } else {
            writer.whole(code.tokens(number, LONGEST), line, marks);
        }
    }

    private void whole(List<Token> tokens, String line, List<WordDiff.Mark> marks) {
        for (Token token : tokens) {
            part(line, token.from(), token.to(), style(token.style()), marks);
        }
        more("", line.length() - Math.min(LONGEST, line.length()));
    }

    /** A piece of an endless line that has a difference in it, which cannot be coloured. */
    private void piece(String line, List<WordDiff.Mark> marks, int from) {
        to.add(count(from) + " before … ", "code-comment", false);
        int end = Math.min(line.length(), from + LONGEST);
        part(line, from, end, "code-plain", marks);
        more("", line.length() - end);
    }

    private void more(String before, int left) {
        if (left > 0) {
            to.add(before + " … " + count(left) + " more", "code-comment", false);
        }
    }

    private static String count(int characters) {
        return String.format(Locale.ROOT, "%,d", characters);
    }

    private void part(String line, int from, int end, String style, List<WordDiff.Mark> marks) {
        int at = from;
        for (WordDiff.Mark mark : marks) {
            int start = Math.clamp(mark.from(), at, end);
            int stop = Math.clamp(mark.to(), at, end);
            add(line.substring(at, start), style, false);
            add(line.substring(start, stop), style, true);
            at = stop;
        }
        add(line.substring(at, end), style, false);
    }

    /** Tabs reach to the next stop, whatever comes before them. */
    private void add(String part, String style, boolean marked) {
        StringBuilder shown = new StringBuilder(part.length());
        int from = 0;
        for (int tab = part.indexOf('\t'); tab >= 0; tab = part.indexOf('\t', from)) {
            String before = Escapes.text(part.substring(from, tab));
            int blanks = TAB - (column + shown.length() + before.length()) % TAB;
            shown.append(before).repeat(' ', blanks);
            from = tab + 1;
        }
        shown.append(Escapes.text(part.substring(from)));
        column += shown.length();
        // Muted words would be hard to read on a plate.
        to.add(shown.toString(), marked ? "code-plain" : style, marked);
    }

    private static String style(Token.Style style) {
        return switch (style) {
            case PLAIN -> "code-plain";
            case KEY -> "code-key";
            case NAME -> "code-name";
            case STRING -> "code-string";
            case COMMENT -> "code-comment";
        };
    }
}
