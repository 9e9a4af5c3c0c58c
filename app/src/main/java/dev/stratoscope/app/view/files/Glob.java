package dev.stratoscope.app.view.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over text: {@code *} is any run without a slash, {@code **} any run, {@code ?} one
 * character but a slash, {@code [a-z]} and {@code [!a-z]} one of a set. A bracket that is not
 * closed stands for itself. Takes time in proportion to pattern times text; a text can be given
 * piece by piece. Immutable.
 */
final class Glob {
    private static final int TABLE = 128;

    private final List<One> ones = new ArrayList<>();
    private final String literal;
    private final int words;
    private final long[] stay;
    private final long[] stayAtSlash;
    private final long[] table;

    /** One character of the pattern, or what takes the place of one. */
    @FunctionalInterface
    private interface One {
        boolean takes(int c);
    }

    Glob(String pattern) {
        // How many ones come before each star: bit i of a state says that the first i were met.
        List<Integer> stars = new ArrayList<>();
        List<Integer> anyStars = new ArrayList<>();
        String longest = "";
        int plain = 0;
        for (int at = 0; at < pattern.length(); ) {
            int c = pattern.codePointAt(at);
            int end = c == '[' ? pattern.indexOf(']', at + 2) : -1;
            if (c == '*') {
                boolean any = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
                stars.add(ones.size());
                if (any) {
                    anyStars.add(ones.size());
                }
                at += any ? 2 : 1;
                plain = at;
            } else if (end > 0) {
                ones.add(set(pattern.substring(at + 1, end)));
                at = end + 1;
                plain = at;
            } else {
                ones.add(c == '?' ? given -> given != '/' : given -> given == c);
                at += Character.charCount(c);
                plain = c == '?' ? at : plain;
                longest = at - plain > longest.length() ? pattern.substring(plain, at) : longest;
            }
        }
        literal = longest;
        words = ones.size() / Long.SIZE + 1;
        stay = bits(stars);
        stayAtSlash = bits(anyStars);
        table = new long[TABLE * words];
        for (int c = 0; c < TABLE; c++) {
            taking(c, table, c * words);
        }
    }

    private static One set(String inner) {
        boolean not = inner.charAt(0) == '!' || inner.charAt(0) == '^';
        int[] set = inner.substring(not ? 1 : 0).codePoints().toArray();
        return c -> c != '/' && isIn(c, set) != not;
    }

    private static boolean isIn(int c, int[] set) {
        boolean found = false;
        for (int i = 0; i < set.length; i++) {
            boolean range = i + 2 < set.length && set[i + 1] == '-';
            int high = range ? set[i + 2] : set[i];
            found |= set[i] <= c && c <= high;
            i += range ? 2 : 0;
        }
        return found;
    }

    private long[] bits(List<Integer> numbers) {
        long[] bits = new long[words];
        numbers.forEach(number -> bits[number / Long.SIZE] |= 1L << number);
        return bits;
    }

    private void taking(int c, long[] into, int from) {
        for (int i = 0; i < ones.size(); i++) {
            if (ones.get(i).takes(c)) {
                into[from + i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /** The longest text that all it matches have in them; empty when there is none. */
    String literal() {
        return literal;
    }

    /** Whether it is made of stars alone, so that it matches every name. */
    boolean isEvery() {
        return ones.isEmpty() && stay[0] != 0;
    }

    /** What is known before the first character. */
    long[] start() {
        long[] state = new long[words];
        state[0] = 1;
        return state;
    }

    /** Whether a state is one number, so that {@link #matchesAscii} can be asked. */
    boolean isShort() {
        return words == 1;
    }

    /**
     * Whether a text is what a short pattern describes.
     *
     * @param bytes what holds it from {@code from} up to {@code to}: ASCII, whose upper case
     *     letters count as lower case
     */
    boolean matchesAscii(byte[] bytes, int from, int to) {
        long staying = stay[0];
        long state = 1;
        for (int i = from; i < to && state != 0; i++) {
            int c = NameTest.lower(bytes[i]);
            long stars = c == '/' ? stayAtSlash[0] : staying;
            state = (state & table[c]) << 1 | (state & stars);
        }
        return (state >>> ones.size() & 1) != 0;
    }

    /** Takes one character in; false when nothing that follows can match any more. */
    boolean step(long[] state, int c) {
        long[] taking = table;
        int from = c * words;
        if (c >= TABLE) {
            taking = new long[words];
            from = 0;
            taking(c, taking, 0);
        }
        long[] staying = c == '/' ? stayAtSlash : stay;
        long carry = 0;
        long any = 0;
        for (int i = 0; i < words; i++) {
            long met = state[i] & taking[from + i];
            state[i] = met << 1 | carry | (state[i] & staying[i]);
            carry = met >>> (Long.SIZE - 1);
            any |= state[i];
        }
        return any != 0;
    }

    /** Takes a text in; false when nothing that follows can match any more. */
    boolean step(long[] state, String text) {
        boolean alive = true;
        for (int i = 0; i < text.length() && alive; ) {
            int c = text.codePointAt(i);
            alive = step(state, c);
            i += Character.charCount(c);
        }
        return alive;
    }

    /** Whether what was taken in matches as it is. */
    boolean isMet(long[] state) {
        return (state[ones.size() / Long.SIZE] >>> ones.size() & 1) != 0;
    }

    boolean matches(String text) {
        long[] state = start();
        return step(state, text) && isMet(state);
    }

    /** A copy of a state in another's place. */
    static void copy(long[] state, long[] into) {
        System.arraycopy(state, 0, into, 0, Math.min(state.length, into.length));
    }
}
