package dev.stratoscope.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes of C, as GNU tar and mtree write names. */
final class CEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3}|.)");

    private CEscapes() {}

    /** The name itself; the bytes that octal numbers stand for are read as UTF-8. */
    static String undone(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String plain =
                ESCAPE.matcher(new String(utf8, StandardCharsets.ISO_8859_1))
                        .replaceAll(match -> Matcher.quoteReplacement(one(match.group(1))));
        return new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String one(String escaped) {
        if (escaped.length() == 3) {
            return String.valueOf((char) Integer.parseInt(escaped, 8));
        }
        return switch (escaped) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "a" -> "\007";
            case "b" -> "\b";
            case "f" -> "\f";
            case "v" -> "\013";
            default -> escaped;
        };
    }
}
