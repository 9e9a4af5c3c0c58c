package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

final class NameTestTest {
    private static final int TURNS = 20_000;
    private static final int[] LETTERS = {
        'a', 'B', 'b', 'A', '.', '*', '-', 0xc3, 0x84, 0xa4, 0xff, 0xe2, 0x84, 0xaa, 'k', 'K', '\n'
    };

    @Test
    void partOfANameIsFoundAsInTextWhateverTheCase() {
        Random random = new Random(7);
        for (int turn = 0; turn < TURNS; turn++) {
            byte[] name = bytes(random, 12);
            String text = text(bytes(random, 3)).toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                continue;
            }
            boolean naive = text(name).toLowerCase(Locale.ROOT).contains(text);
            byte[] around = ("xx" + "yy").getBytes(StandardCharsets.US_ASCII);
            byte[] pool = new byte[name.length + 4];
            System.arraycopy(around, 0, pool, 0, 2);
            System.arraycopy(name, 0, pool, 2, name.length);
            System.arraycopy(around, 2, pool, 2 + name.length, 2);
            NamePart part = new NamePart(text);
            assertEquals(naive, part.test(1, pool, 2, 2 + name.length), text + " in " + text(name));
        }
    }

    @Test
    void globsDescribeWhatTheirExpressionsDo() {
        Random random = new Random(8);
        String[] parts = {"a", "b", "*", "**", "?", "[a-b]", "[!a]", "/", ".", "é", "[", "]"};
        for (int turn = 0; turn < TURNS; turn++) {
            StringBuilder glob = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                glob.append(parts[random.nextInt(parts.length)]);
            }
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append("ab/.é[]".charAt(random.nextInt(7)));
            }
            boolean naive = Pattern.matches(expression(glob.toString()), text);
            assertEquals(
                    naive, new Glob(glob.toString()).matches(text.toString()), glob + " " + text);
        }
    }

    @Test
    void aGlobOfMoreThanAWordOfCharactersStillMatches() {
        String longName = "abcdefghij".repeat(20);
        assertTrue(new Glob(longName + "*[z]").matches(longName + "xyz"));
        assertTrue(new Glob("*" + longName).matches("1" + longName));
        assertFalse(new Glob("*" + longName).matches("1" + longName + "1"));
    }

    @Test
    void manyStarsTakeNoLongerThanTheTextIsLong() {
        Glob glob = new Glob("*a".repeat(30) + "b");
        assertFalse(glob.matches("a".repeat(100_000)));
    }

    /** The regular expression for a glob, character by character. */
    private static String expression(String glob) {
        StringBuilder made = new StringBuilder("(?s)");
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            int end = c == '[' ? glob.indexOf(']', at + 2) : -1;
            if (c == '*') {
                boolean any = glob.startsWith("**", at);
                made.append(any ? ".*" : "[^/]*");
                at += any ? 1 : 0;
            } else if (end > 0) {
                made.append(set(glob.substring(at + 1, end)));
                at = end;
            } else {
                made.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return made.toString();
    }

    private static String set(String inner) {
        boolean not = inner.startsWith("!");
        StringBuilder made = new StringBuilder(not ? "(?!/)[^" : "(?!/)[");
        String rest = not ? inner.substring(1) : inner;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean range = i + 2 < rest.length() && rest.charAt(i + 1) == '-';
            made.append(quoted(c));
            if (range) {
                made.append('-').append(quoted(rest.charAt(i + 2)));
                i += 2;
            }
        }
        return made.append(']').toString();
    }

    private static String quoted(char c) {
        return Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c;
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) LETTERS[random.nextInt(LETTERS.length)];
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
