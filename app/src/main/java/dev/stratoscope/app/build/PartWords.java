package dev.stratoscope.app.build;

import dev.stratoscope.model.build.Miss;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs between two parts of keys, short enough for a line. */
final class PartWords {
    private static final Pattern DIGEST = Pattern.compile("(sha256:)?[0-9a-f]{64}");
    private static final int SHORT = 12;

    /** The place of a file's length among the words of its part. */
    private static final int SIZE = 3;

    private PartWords() {}

    /** {@code 4812 → 4961 B}, {@code 3f2a77b01c9d → 90bb12a4ce01}: only the words that differ. */
    static String of(Miss.Difference one) {
        List<String> before = words(one.before());
        List<String> after = words(one.after());
        if (before.isEmpty() || after.isEmpty() || before.size() != after.size()) {
            boolean both = !before.isEmpty() && !after.isEmpty();
            return String.join(" ", before) + (both ? " → " : "") + String.join(" ", after);
        }
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                boolean size = i == SIZE && isNumber(before.get(i)) && isNumber(after.get(i));
                changes.add(before.get(i) + " → " + after.get(i) + (size ? " B" : ""));
                if (size) {
                    break; // that the content is another goes without saying
                }
            }
        }
        return String.join(", ", changes);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }

    private static List<String> words(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (String word : value.split(" ", -1)) {
            boolean digest = DIGEST.matcher(word).matches();
            int start = word.indexOf(':') + 1;
            words.add(digest ? word.substring(start, start + SHORT) : word);
        }
        return words;
    }
}
