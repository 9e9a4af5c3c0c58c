package dev.stratoscope.model.union;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A glob of {@link java.nio.file.FileSystem#getPathMatcher} as a regular expression. */
final class Glob {
    private static final String SPECIAL = "\\.[]{}()*+-?^$|&~";

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inGroup;

    private Glob(String glob) {
        this.glob = glob;
    }

    /**
     * @throws PatternSyntaxException when it is no glob
     */
    static Pattern pattern(String glob) {
        Glob translation = new Glob(glob);
        while (translation.at < glob.length()) {
            translation.next();
        }
        if (translation.inGroup) {
            throw translation.problem("a { without its }");
        }
        return Pattern.compile(translation.regex.toString(), Pattern.DOTALL);
    }

    private void next() {
        char c = glob.charAt(at++);
        switch (c) {
            case '\\' -> {
                if (at == glob.length()) {
                    throw problem("nothing to escape");
                }
                literal(glob.charAt(at++));
            }
            case '*' -> {
                if (at < glob.length() && glob.charAt(at) == '*') {
                    at++;
                    regex.append(".*");
                } else {
                    regex.append("[^/]*");
                }
            }
            case '?' -> regex.append("[^/]");
            case '[' -> bracket();
            case '{' -> {
                if (inGroup) {
                    throw problem("a group in a group");
                }
                inGroup = true;
                regex.append("(?:(?:");
            }
            case '}' -> {
                regex.append(inGroup ? "))" : "\\}");
                inGroup = false;
            }
            case ',' -> regex.append(inGroup ? ")|(?:" : ",");
            default -> literal(c);
        }
    }

    private void bracket() {
        regex.append("[[^/]&&[");
        if (at < glob.length() && glob.charAt(at) == '!') {
            at++;
            regex.append('^');
        }
        boolean ranges = false;
        char low = 0;
        int start = at;
        while (at < glob.length() && (glob.charAt(at) != ']' || at == start)) {
            char c = glob.charAt(at++);
            if (c == '/') {
                throw problem("a slash in brackets");
            }
            if (c != '-' || at - 1 == start || at == glob.length() || glob.charAt(at) == ']') {
                literal(c);
                low = c;
                ranges = true;
                continue;
            }
            char high = glob.charAt(at++);
            if (!ranges || high < low || high == '/') {
                throw problem("an odd range");
            }
            regex.append('-');
            literal(high);
            ranges = false;
        }
        if (at == glob.length()) {
            throw problem("a [ without its ]");
        }
        at++;
        regex.append("]]");
    }

    private void literal(char c) {
        if (SPECIAL.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }

    private PatternSyntaxException problem(String what) {
        return new PatternSyntaxException(what, glob, at - 1);
    }
}
