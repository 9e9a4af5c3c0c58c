package dev.stratoscope.model.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Objects;

/** Patterns of sources and symbolic modes. */
class CopyWordsTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "*, abc, true",
        "a*c, abbbc, true",
        "a*c, abcd, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "[a-c]x, bx, true",
        "[^a-c]x, bx, false",
        "[^a-c]x, dx, true",
        "arr[[]0].txt, arr[0].txt, true",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "*.t?t, x.txt, true",
        "[]a], ], bad",
        "[-], -, bad",
        "[a-b-c], a, bad",
        "[\\]a]x, ]x, true",
        "*a*b*, xxaxxbxx, true",
        "[x-], x, bad"
    })
    void namesAreMatchedAsGoMatchesThem(String pattern, String name, String expected)
            throws IOException {
        Wildcard wildcard = new Wildcard(pattern);
        if (expected.equals("bad")) {
            assertThrows(FileSystemException.class, () -> wildcard.matches(name));
        } else {
            assertEquals(Boolean.valueOf(expected), wildcard.matches(name));
        }
    }

    @Test
    void aPatternWithoutItsEndIsRefused() {
        assertThrows(FileSystemException.class, () -> new Wildcard("[ab").matches("a"));
        assertThrows(FileSystemException.class, () -> new Wildcard("a\\").matches("a\\"));
    }

    @Test
    void hostilePatternsTakeNoTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertEquals(
                                false,
                                new Wildcard("*a".repeat(100) + "b").matches("a".repeat(255))));
    }

    @ParameterizedTest
    @CsvSource({
        "755, 100, 755", "0644, 777, 644", "u+x, 644, 744", "+x, 644, 755", "go-r, 644, 600",
        "a=rX, 640, 444", "a=rX, 740, 555", "'u=rw,go=', 777, 600", "g=u, 640, 660",
                "u+s, 755, 4755",
        "u=rwx, 4755, 755", "+t, 755, 1755", "ug+rw-x, 111, 661"
    })
    void modesAreChangedAsChmodDoes(String change, String before, String after) {
        ModeChange mode = Objects.requireNonNull(ModeChange.of(change));
        assertEquals(after, Integer.toOctalString(mode.of(Integer.parseInt(before, 8), false)));
    }

    @ParameterizedTest
    @CsvSource({"999", "u+q", "rwx", "''", "12345", "u+x;", "77777"})
    void whatIsNoModeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ModeChange.of(text));
    }
}
