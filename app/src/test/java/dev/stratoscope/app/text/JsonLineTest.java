package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class JsonLineTest {
    @Test
    void keysAreToldFromStrings() {
        is("PLAIN     |KEY \"Env\"|PLAIN : [", "    \"Env\": [");
        is("PLAIN   |STRING \"A=b: \\\" c\"|PLAIN ,", "  \"A=b: \\\" c\",");
        is("KEY \"a\"|PLAIN : |NUMBER -1.5e3|PLAIN ,", "\"a\": -1.5e3,");
        is("KEY \"a\"|PLAIN : |NUMBER null", "\"a\": null");
        is("STRING \"open", "\"open");
    }

    @Test
    void endlessStringsAreOnePiece() {
        String line = "\"" + "\\n".repeat(100_000) + "\"";
        assertEquals(List.of(new Token(line, Token.Kind.STRING)), JsonLine.tokens(line));
    }

    @Test
    void piecesPutTogetherAreTheLine() {
        Random random = new Random(1);
        String letters = "\"\\:,{}[] -019eEtruefalsn.\u202e";
        for (int round = 0; round < 5000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<Token> tokens = JsonLine.tokens(line.toString());
            assertEquals(
                    line.toString(),
                    tokens.stream().map(Token::text).collect(Collectors.joining()));
        }
    }

    private static void is(String expected, String line) {
        assertEquals(
                expected,
                JsonLine.tokens(line).stream()
                        .map(token -> token.kind() + " " + token.text())
                        .collect(Collectors.joining("|")));
    }
}
