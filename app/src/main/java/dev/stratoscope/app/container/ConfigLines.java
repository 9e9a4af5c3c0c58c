package dev.stratoscope.app.container;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Instructions that change the config of an image, as a person writes them: one a line. */
final class ConfigLines {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "CMD",
                    "ENTRYPOINT",
                    "ENV",
                    "EXPOSE",
                    "HEALTHCHECK",
                    "LABEL",
                    "ONBUILD",
                    "STOPSIGNAL",
                    "USER",
                    "VOLUME",
                    "WORKDIR");

    private ConfigLines() {}

    /** The instructions, without blank lines and comments. */
    static List<String> of(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** What is wrong with the first of them that cannot be taken; null when nothing is. */
    static @Nullable String trouble(String text) {
        for (String line : of(text)) {
            String trouble = troubleOf(line);
            if (trouble != null) {
                return trouble;
            }
        }
        return null;
    }

    private static @Nullable String troubleOf(String line) {
        int space = line.indexOf(' ');
        String keyword = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String value = space < 0 ? "" : line.substring(space).strip();
        if (!KEYWORDS.contains(keyword)) {
            return keyword
                    + " does not change a config. CMD, ENTRYPOINT, ENV, EXPOSE, LABEL,"
                    + " USER, VOLUME and WORKDIR do.";
        }
        if (value.isEmpty()) {
            return keyword + " says nothing.";
        }
        boolean pairs = keyword.equals("ENV") || keyword.equals("LABEL");
        if (pairs && value.indexOf('=') < 1 && value.indexOf(' ') < 0) {
            return keyword + " takes NAME=VALUE.";
        }
        if (value.startsWith("[") && !value.endsWith("]")) {
            return keyword + " has an open [.";
        }
        return null;
    }
}
