package dev.stratoscope.app.text;

import java.util.Locale;

/** How well words that a person types fit a name. */
public final class Ranking {
    private static final int EQUAL = 1000;
    private static final int START = 800;
    private static final int WORD = 600;
    private static final int INSIDE = 400;
    private static final int SCATTERED = 200;
    private static final int HINT_SHARE = 4;

    private Ranking() {}

    /**
     * How well a query fits.
     *
     * @param query words that must all be found, in any case and order; an empty one fits anything
     * @param name where they are sought first
     * @param hint where they are sought, too, for less
     * @return 0 where it does not fit, else the more the better
     */
    public static int score(String query, String name, String hint) {
        String lowName = name.toLowerCase(Locale.ROOT);
        String lowHint = hint.toLowerCase(Locale.ROOT);
        int total = 1;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            int best = Math.max(word(word, lowName), contained(word, lowHint) / HINT_SHARE);
            if (best == 0) {
                return 0;
            }
            total += best;
        }
        return total;
    }

    /** As the other, but where the letters only stand scattered it does not fit. */
    public static int whole(String word, String name) {
        return contained(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    private static int word(String word, String text) {
        int whole = contained(word, text);
        return whole > 0 ? whole : scattered(word, text);
    }

    private static int contained(String word, String text) {
        int at = text.indexOf(word);
        if (at < 0) {
            return 0;
        }
        if (at == 0) {
            return text.length() == word.length() ? EQUAL : START;
        }
        for (; at > 0; at = text.indexOf(word, at + 1)) {
            if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
                return WORD;
            }
        }
        return INSIDE;
    }

    /** The letters in order with others between them; the fewer those, the better. */
    private static int scattered(String word, String text) {
        int first = -1;
        int at = -1;
        for (int i = 0; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), at + 1);
            if (at < 0) {
                return 0;
            }
            first = i == 0 ? at : first;
        }
        int between = at - first + 1 - word.length();
        return word.length() < 2 || between > 2 * word.length() ? 0 : SCATTERED - between;
    }
}
