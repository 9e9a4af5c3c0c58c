package dev.stratoscope.app.view.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tables of words. */
final class Words {
    private Words() {}

    /** The words between blanks. */
    static Set<String> of(String... lines) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            words.addAll(List.of(line.split(" ", -1)));
        }
        return Set.copyOf(words);
    }
}
