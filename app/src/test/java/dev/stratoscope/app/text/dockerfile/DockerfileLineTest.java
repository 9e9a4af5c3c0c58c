package dev.stratoscope.app.text.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

class DockerfileLineTest {
    @Test
    void keywordsStringsAndCommentsAreFound() {
        is(
                "KEY CMD|PLAIN  [|STRING \"a\"|PLAIN , |STRING \"b\"|PLAIN ]",
                "CMD [\"a\", \"b\"]",
                true);
        is("PLAIN     && echo |STRING 'x \"y'|PLAIN  \\", "    && echo 'x \"y' \\", false);
        is("COMMENT # a \"remark\"", "# a \"remark\"", false);
        is("PLAIN don't", "don't", false);
        is("", "", false);
    }

    private static void is(String expected, String line, boolean isInstruction) {
        assertEquals(
                expected,
                DockerfileLine.tokens(line, isInstruction).stream()
                        .map(token -> token.kind() + " " + token.text())
                        .collect(Collectors.joining("|")));
    }
}
