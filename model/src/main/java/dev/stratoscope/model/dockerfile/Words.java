package dev.stratoscope.model.dockerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How the rest of an instruction is divided into words, each kind in its own way. */
final class Words {
    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\x0B\\f\\r ]+");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Words() {}

    /** Without the blanks at its ends, those of Unicode that do not break lines too. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The strings of a JSON array; null when it is none. */
    static @Nullable List<String> json(String text) {
        if (!text.stripLeading().startsWith("[")) {
            return null;
        }
        try {
            JsonNode list = MAPPER.readTree(text);
            List<String> words = new ArrayList<>();
            for (JsonNode one : list) {
                if (!one.isTextual()) {
                    return null;
                }
                words.add(one.asText());
            }
            return words;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Divided at blanks, whatever is quoted. */
    static List<String> atBlanks(String text) {
        return text.isEmpty() ? List.of() : List.of(BLANKS.split(text, -1));
    }

    /** Divided at the first blanks; one part when there are none. */
    static List<String> first(String text) {
        return List.of(BLANKS.split(text, 2));
    }

    /** Divided at blanks that are neither quoted nor escaped; quotes and escapes stay. */
    static List<String> quoted(String text, char escape) {
        List<String> words = new ArrayList<>();
        int from = -1;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (from < 0) {
                if (Character.isWhitespace(c)) {
                    continue;
                }
                from = i;
            }
            if (quote == 0 && Character.isWhitespace(c)) {
                words.add(text.substring(from, i));
                from = -1;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == escape && quote != '\'') {
                i++;
            }
        }
        if (from >= 0) {
            words.add(text.substring(from));
        }
        return words;
    }
}
