package dev.stratoscope.app.container;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** What may stand in the fields about a container; each rule says what is wrong, or null. */
final class FieldRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    private FieldRules() {}

    /** A container's name, as docker has it; empty is fine. */
    static @Nullable String name(String text) {
        if (text.isEmpty() || NAME.matcher(text).matches()) {
            return null;
        }
        return "A name has letters, digits, _ . and - only, and begins with a letter or digit.";
    }
}
