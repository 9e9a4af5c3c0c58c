package dev.stratoscope.app.view.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Fitting of text, every character one wide. */
class WordsTest {
    private static String fit(String text, int width) {
        return Words.fit(text, width, String::length);
    }

    private static List<String> wrap(String text, int width, int most) {
        return Words.wrap(text, width, most, String::length);
    }

    @Test
    void shortTextIsKept() {
        assertEquals("abc", fit("abc", 3));
        assertEquals(List.of("a b c"), wrap("a  b\n c", 5, 2));
    }

    @Test
    void longTextEndsInAnEllipsis() {
        assertEquals("ab…", fit("abcd", 3));
        assertEquals("", fit("abcd", 1));
    }

    @Test
    void linesBreakAtSpaces() {
        assertEquals(List.of("apt-get", "update"), wrap("apt-get update", 8, 4));
    }

    @Test
    void wordsTooLongBreakAfterPunctuation() {
        List<String> lines = wrap("/var/log/nginx/access.log", 18, 4);
        assertEquals(List.of("/var/log/nginx/", "access.log"), lines);
    }

    @Test
    void wordsWithoutPunctuationBreakAnywhere() {
        assertEquals(List.of("aaaa", "aaaa", "aa"), wrap("aaaaaaaaaa", 4, 4));
    }

    @Test
    void theLastLineSaysThatMoreCame() {
        assertEquals(List.of("one", "two…"), wrap("one two three", 4, 2));
    }

    @Test
    void noLineIsWiderThanAsked() {
        String text = "set -x && apt-get -o Acquire::Check-Valid-Until=false update";
        for (int width = 1; width < 30; width++) {
            int most = width;
            assertTrue(wrap(text, width, 50).stream().allMatch(line -> line.length() <= most));
        }
    }

    @Test
    void pathsLoseTheirFirstFolders() {
        assertEquals("usr/lib", Words.fitPath("usr/lib", 7, String::length));
        assertEquals("…/perl", Words.fitPath("usr/share/perl", 8, String::length));
        assertEquals("per…", Words.fitPath("usr/share/perl5", 4, String::length));
    }
}
