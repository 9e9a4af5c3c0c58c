package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.Refusals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Fuzz target: the rules of an ignore file leave out what regular expressions say that are made of
 * them, as docker makes them, and what must be looked at is.
 */
public final class IgnoreFuzz {
    private static final int MOST_WORK = 4_000;

    private IgnoreFuzz() {}

    /** Called by the fuzzer. The first line is a path, the others are rules. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        String path = end < 0 ? text : text.substring(0, end);
        if (end < 1 || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            return;
        }
        try {
            IgnoreFile file = IgnoreFile.parse(".dockerignore", text.substring(end + 1));
            IgnoreFile.Rule out = file.excluding(path);
            check(file, path, out);
            if (out == null) {
                reached(file, path);
            }
        } catch (DockerfileException e) {
            Refusals.check(e);
        }
    }

    /** A path that is taken lies in folders that are taken, or that may have something taken. */
    private static void reached(IgnoreFile file, String path) {
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            String folder = path.substring(0, at);
            if (file.excluding(folder) != null && !file.mayTakeBelow(folder)) {
                throw new AssertionError(folder + " is passed over and " + path + " is taken");
            }
        }
    }

    private static void check(IgnoreFile file, String path, IgnoreFile.Rule out) {
        List<String> parts = new ArrayList<>();
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            parts.add(path.substring(0, at));
        }
        parts.add(path);
        boolean excluded = false;
        for (IgnoreFile.Rule rule : file.rules()) {
            // Brackets are compared by a table; the oracle's are those of the JDK.
            long stars = rule.pattern().chars().filter(c -> c == '*').count();
            if (rule.pattern().matches("(?s).*[\\[\\]\\\\].*")
                    || stars * path.length() * path.length() > MOST_WORK) {
                return;
            }
            Pattern pattern = Pattern.compile(regex(rule.pattern()), Pattern.DOTALL);
            if (parts.stream().anyMatch(part -> pattern.matcher(part).matches())) {
                excluded = !rule.exception();
            }
        }
        if (excluded != (out != null)) {
            throw new AssertionError(path + ": " + out + " of " + file.rules());
        }
    }

    private static String regex(String pattern) {
        if (pattern.startsWith("**")
                && !pattern.startsWith("**/")
                && pattern.substring(2).matches("(?s)[^*?]*")) {
            return ".*" + Pattern.quote(pattern.substring(2));
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (pattern.startsWith("**", i)) {
                i += pattern.startsWith("**/", i) ? 2 : 1;
                regex.append(i == pattern.length() - 1 ? ".*" : "(?:.*/)?");
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote("" + c));
            }
        }
        return regex.toString();
    }
}
