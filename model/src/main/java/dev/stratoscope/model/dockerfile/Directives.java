package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines at the top that say how the rest is read: {@code # escape=`}. Any other comment, empty
 * line or instruction ends them.
 *
 * @param values by key, in lower case
 * @param end the first line after them, from 1
 */
record Directives(Map<String, String> values, int end) {
    private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");
    private static final Pattern LINE =
            Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(\\S.*?)\\s*");

    static Directives read(SourceText text) throws DockerfileException {
        Map<String, String> values = new HashMap<>();
        int at = 1;
        for (; at <= text.size(); at++) {
            Matcher line = LINE.matcher(text.line(at));
            String key = line.matches() ? line.group(1).toLowerCase(Locale.ROOT) : "";
            if (!KNOWN.contains(key)) {
                break;
            }
            SourceRange range = new SourceRange(at, 1, at, text.line(at).length() + 1);
            String value = line.group(2);
            if (values.putIfAbsent(key, value) != null) {
                throw text.wrong(range, "the directive " + key + " may be given only once");
            }
            if (key.equals("escape") && !value.equals("\\") && !value.equals("`")) {
                throw text.wrong(range, "escape has to be \\ or `, not " + value);
            }
        }
        return new Directives(Map.copyOf(values), at);
    }

    /** The character that escapes and continues lines. */
    char escape() {
        @Nullable String said = values.get("escape");
        return said == null ? '\\' : said.charAt(0);
    }
}
