package dev.stratoscope.app.text.dockerfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pairs of an ENV or LABEL step. Builders record them without quotes, so that {@code A=b c=d}
 * may be one pair or two; what the config has settles it, else a word with an equals sign begins
 * the next pair.
 */
final class Pairs {
    private static final Pattern NEXT =
            Pattern.compile("\\s+(?=(?:\"[^\"=]+\"|[\\p{Alpha}_][\\p{Alnum}_./-]*)=)");

    private final String text;
    private final Map<String, String> known;
    private final Map<String, String> pairs = new LinkedHashMap<>();

    private Pairs(String text, Map<String, String> known) {
        this.text = text;
        this.known = known;
    }

    /**
     * Reads pairs.
     *
     * @param text what follows the keyword
     * @param known the pairs the config has in the end
     * @return in their order; empty when there are none to be seen
     */
    static Map<String, String> of(String text, Map<String, String> known) {
        Pairs reader = new Pairs(text.strip(), known);
        reader.read();
        return reader.pairs;
    }

    private void read() {
        int equals = text.indexOf('=');
        int space = text.indexOf(' ');
        if (equals < 0 || (space >= 0 && space < equals && text.charAt(0) != '"')) {
            if (space > 0) {
                pairs.put(text.substring(0, space), text.substring(space + 1).strip());
            }
            return;
        }
        int at = 0;
        while (at < text.length()) {
            equals = text.indexOf('=', at);
            if (equals < 0) {
                return;
            }
            String key = unquoted(text.substring(at, equals));
            int end = valueEnd(key, equals + 1);
            pairs.put(key, value(key, equals + 1, end));
            at = end;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }

    private int valueEnd(String key, int from) {
        String value = known.get(key);
        if (value != null) {
            for (String form : new String[] {value, Words.literal(value), "'" + value + "'"}) {
                if (text.startsWith(form, from) && endsAt(from + form.length())) {
                    return from + form.length();
                }
            }
        }
        Matcher next = NEXT.matcher(text);
        return next.find(from) ? next.start() : text.length();
    }

    private boolean endsAt(int at) {
        return at == text.length() || NEXT.matcher(text).region(at, text.length()).lookingAt();
    }

    private String value(String key, int from, int end) {
        String given = text.substring(from, end);
        String value = known.get(key);
        boolean isQuotedForm =
                value != null
                        && (given.equals(Words.literal(value)) || given.equals("'" + value + "'"));
        return value != null && isQuotedForm ? value : given;
    }

    private static String unquoted(String key) {
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
