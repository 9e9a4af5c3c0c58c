package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*.conf, nginx.conf, true",
        "*.conf, nginx.conf.d, false",
        "*.conf, etc/nginx.conf, false",
        "**.conf, etc/nginx.conf, true",
        "etc/*/x, etc/a/x, true",
        "etc/*/x, etc/a/b/x, false",
        "etc/**/x, etc/a/b/x, true",
        "?at, cat, true",
        "?at, at, false",
        "[a-c]at, bat, true",
        "[!a-c]at, bat, false",
        "[!a-c]at, rat, true",
        "[at, [at, true",
        "a:b*, a:bc, true",
        "*ü*, grün, true",
    })
    void matchesAsAShellWould(String pattern, String text, boolean matches) {
        assertEquals(matches, new Glob(pattern).matches(text));
    }

    @Test
    void manyStarsTakeNoLonger() {
        String text = "a".repeat(4_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertFalse(new Glob("*a".repeat(200) + "b").matches(text)));
    }
}
