package dev.stratoscope.model.dockerfile;

import java.util.List;

/** A text by lines, as an editor shows it. */
final class SourceText {
    /** The most characters of a line, as BuildKit has it. */
    static final int LONGEST_LINE = 65_535;

    /** The most characters of a text. */
    static final int LONGEST = 4 << 20;

    private final String file;
    private final List<String> lines;

    /**
     * Divides a text.
     *
     * @throws DockerfileException when the text or a line of it is too long
     */
    SourceText(String file, String text) throws DockerfileException {
        this.file = file;
        if (text.length() > LONGEST) {
            throw new DockerfileException(
                    file,
                    new SourceRange(1, 1, 1, 1),
                    "is longer than " + LONGEST + " characters, which is the limit",
                    "");
        }
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = List.of(whole.split("\n", -1)).stream().map(SourceText::ended).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE) {
                String reason = "the line is longer than " + LONGEST_LINE + ", which is the limit";
                throw wrong(new SourceRange(i + 1, LONGEST_LINE, i + 1, LONGEST_LINE), reason);
            }
        }
    }

    private static String ended(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** How many lines there are; a last one that is empty does not count. */
    int size() {
        return lines.getLast().isEmpty() ? lines.size() - 1 : lines.size();
    }

    /** A line, from 1. */
    String line(int number) {
        return lines.get(number - 1);
    }

    String file() {
        return file;
    }

    /** Something wrong in it. */
    DockerfileException wrong(SourceRange range, String reason) {
        String line = range.startLine() <= lines.size() ? line(range.startLine()) : "";
        int most = 200;
        return new DockerfileException(
                file, range, reason, line.length() > most ? line.substring(0, most) + "…" : line);
    }
}
