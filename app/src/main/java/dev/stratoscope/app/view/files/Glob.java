package dev.stratoscope.app.view.files;

/**
 * A pattern over text: {@code *} is any run without a slash, {@code **} any run, {@code ?} one
 * character but a slash, {@code [a-z]} and {@code [!a-z]} one of a set. A bracket that is not
 * closed stands for itself. Takes time in proportion to pattern times text.
 */
final class Glob {
    private final String pattern;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String text) {
        boolean[] here = new boolean[text.length() + 1];
        here[0] = true;
        for (int at = 0; at < pattern.length(); ) {
            boolean[] next = new boolean[here.length];
            char c = pattern.charAt(at);
            if (c == '*') {
                boolean any = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
                star(here, next, text, any);
                at += any ? 2 : 1;
            } else {
                int end = c == '[' ? pattern.indexOf(']', at + 2) : -1;
                for (int i = 0; i < text.length(); i++) {
                    next[i + 1] = here[i] && one(at, end, text.charAt(i));
                }
                at = end > 0 ? end + 1 : at + 1;
            }
            here = next;
        }
        return here[text.length()];
    }

    private static void star(boolean[] here, boolean[] next, String text, boolean any) {
        boolean running = false;
        for (int i = 0; i < here.length; i++) {
            running = (running && (any || text.charAt(i - 1) != '/')) || here[i];
            next[i] = running;
        }
    }

    /**
     * Whether the part of the pattern from {@code at}, to {@code end} where it is a set, takes a
     * character.
     */
    private boolean one(int at, int end, char c) {
        if (end < 0) {
            char wanted = pattern.charAt(at);
            return wanted == '?' ? c != '/' : wanted == c;
        }
        boolean not = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
        boolean found = false;
        for (int i = not ? at + 2 : at + 1; i < end; i++) {
            char low = pattern.charAt(i);
            boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
            char high = range ? pattern.charAt(i + 2) : low;
            found |= low <= c && c <= high;
            i += range ? 2 : 0;
        }
        return c != '/' && found != not;
    }
}
