package dev.stratoscope.app.text.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A shell command laid out over lines. Builders record it as one line in which the breaks and
 * indentation of the original are runs of blanks; those become breaks again. Where there are none a
 * long command is broken before {@code &&} and behind {@code ;}. Nothing between quotes is touched,
 * so that the shell is given the same command but for blanks between words.
 */
final class CommandLayout {
    private static final int LONG = 80;
    private static final int INDENT = 4;
    private static final int MOST_INDENT = 40;
    private static final Pattern HEREDOC = Pattern.compile("(?:^|\\s)\\d*<<-?[\"']?[\\p{Alnum}_]");

    /** Words that go on with a statement rather than begin one. */
    private static final Pattern WITHIN = Pattern.compile("(?:do|done|then|else|elif|fi|esac)\\b");

    private final String command;
    private final List<Break> breaks = new ArrayList<>();
    private boolean quoted;

    /** Blanks that a line break stands for, and how far the line after it is indented. */
    private record Break(int from, int to, int indent) {}

    private CommandLayout(String command) {
        this.command = command;
    }

    /**
     * The lines of an instruction.
     *
     * @param head what the first line begins with, such as {@code RUN}
     * @param command in shell form; may hold line breaks, as BuildKit's heredocs do
     */
    static List<String> lines(String head, String command) {
        String given = command.strip();
        if (given.indexOf('\n') >= 0 || given.endsWith("\\") || HEREDOC.matcher(given).find()) {
            return heredoc(head, given);
        }
        return new CommandLayout(given).lines(head);
    }

    private static List<String> heredoc(String head, String body) {
        List<String> content = body.replace("\r\n", "\n").lines().toList();
        String end = "EOF";
        while (content.contains(end)) {
            end += "_";
        }
        List<String> lines = new ArrayList<>();
        lines.add(head + " <<" + end);
        lines.addAll(content);
        lines.add(end);
        return lines;
    }

    private List<String> lines(String head) {
        find(this::recorded);
        if (breaks.isEmpty() && !quoted && command.length() > LONG) {
            find(this::sensible);
        }
        if (quoted) {
            breaks.clear();
        }
        List<String> lines = new ArrayList<>();
        String begin = head + " ";
        int from = 0;
        for (Break each : breaks) {
            lines.add(begin + command.substring(from, each.from()) + " \\");
            begin = " ".repeat(each.indent());
            from = each.to();
        }
        lines.add(begin + command.substring(from));
        return lines;
    }

    /** Adds a break for blanks, if there is to be one. */
    @FunctionalInterface
    private interface Rule {
        void consider(int from, int to);
    }

    /** Shows every run of blanks outside quotes to a rule. */
    private void find(Rule rule) {
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (Character.isWhitespace(c)) {
                int to = i;
                while (Character.isWhitespace(command.charAt(to))) {
                    to++;
                }
                if (command.charAt(to) != '#') {
                    rule.consider(i, to);
                }
                i = to - 1;
            }
        }
        quoted = quote != 0;
    }

    /** The blank before the backslash, and the indentation of the line that followed. */
    private void recorded(int from, int to) {
        String blanks = command.substring(from, to);
        if (blanks.length() >= 3 || blanks.indexOf('\t') >= 0) {
            String indent = blanks.startsWith(" ") ? blanks.substring(1) : blanks;
            int columns = indent.replace("\t", " ".repeat(INDENT)).length();
            breaks.add(new Break(from, to, Math.clamp(columns, INDENT, MOST_INDENT)));
        }
    }

    private void sensible(int from, int to) {
        boolean statement =
                command.charAt(from - 1) == ';'
                        && !WITHIN.matcher(command.substring(to)).lookingAt();
        if (statement || command.startsWith("&& ", to)) {
            breaks.add(new Break(from, to, INDENT));
        }
    }
}
