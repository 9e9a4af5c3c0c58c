package dev.stratoscope.app.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What holds of every language, and a line or two of each. */
final class LexersTest {
    private static final String PIECES = "\"'`#/*-<>!=:[]{}()\\$@ \tabcif0\u00e9\ud83d\ude00";

    @ParameterizedTest
    @EnumSource(Language.class)
    void tokensTogetherAreTheLine(Language language) {
        Random random = new Random(language.name().hashCode());
        for (int round = 0; round < 300; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                lines.add(line(random, random.nextInt(40)));
            }
            CodeLines code = CodeLines.of(language, lines);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                List<Token> tokens = code.tokens(i, Integer.MAX_VALUE);
                assertEquals(
                        line,
                        tokens.stream()
                                .map(token -> line.substring(token.from(), token.to()))
                                .collect(Collectors.joining()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lineOfAMegabyteTakesNoTimeWhateverItIsOf(Language language) {
        for (String piece :
                List.of(
                        "\"",
                        "'",
                        "/*",
                        "<a ",
                        "a",
                        "`",
                        "# ",
                        "\\",
                        "${",
                        "RUN <<a ",
                        "<!--",
                        "a: ")) {
            String line = piece.repeat((1 << 20) / piece.length());
            long begun = System.nanoTime();
            CodeLines code = CodeLines.of(language, List.of(line, line));
            assertTrue(code.tokens(1, 2_000).size() <= 2_000);
            assertTrue(System.nanoTime() - begun < 5_000_000_000L, piece);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    JSON|"a" : ["x", true]|K«"a"» : [S«"x"», K«true»]
                    SHELL|if [ "$x" ]; then # why|K«if» [ S«"$x"» ]; K«then» C«# why»
                    SHELL|a#b|a#b
                    BRACES|public int x; // y|K«public» K«int» x; C«// y»
                    YAML|  name: "x" # y|  K«name»: S«"x"» C«# y»
                    CONTROL|Package: nginx|K«Package»: nginx
                    CONTROL| goes on: here| goes on: here
                    PROPERTIES|colour = blue|K«colour »= blue
                    PROPERTIES|[main]|K«[main]»
                    MARKUP|<a b="c">text|K«<a b=»S«"c"»K«>»text
                    DOCKERFILE|RUN echo "x"|K«RUN» echo S«"x"»
                    DOCKERFILE|FROM --platform=$P a:1 AS b|K«FROM» N«--platform»=N«$P» a:1 AS N«b»
                    DOCKERFILE|COPY --from=b --chown=1 /x /y|K«COPY» N«--from=b» N«--chown»=1 /x /y
                    DOCKERFILE|onbuild RUN a ${X:-"y"} b|K«onbuild» K«RUN» a N«${X:-"y"}» b
                    DOCKERFILE|ENV A="$B \\$C ${D}" E='$F'|K«ENV» A=S«"»N«$B»S« \\$C »N«${D}»S«"» E=S«'$F'»
                    DOCKERFILE|RUN it isn't so ${x|K«RUN» it isn't so ${x
                    SQL|SELECT a -- b|K«SELECT» a C«-- b»
                    MARKDOWN|# Title|K«# Title»
                    PYTHON|def f(): # x|K«def» f(): C«# x»
                    CSS|@media x /* y */|K«@media» x C«/* y */»
                    JAVASCRIPT|let a = `x`|K«let» a = S«`x`»
                    SCRIPT|my $x = 'y'|K«my» $x = S«'y'»
                    """)
    void keysStringsAndCommentsAreTold(Language language, String line, String marked) {
        assertEquals(marked, marks(language, line));
    }

    @Test
    void commentsAndStringsGoOnInTheNextLine() {
        CodeLines java = CodeLines.of(Language.BRACES, List.of("a /* b", "c", "d */ int"));
        assertEquals(List.of(new Token(0, 1, Token.Style.COMMENT)), java.tokens(1, 100));
        assertEquals(Token.Style.KEY, java.tokens(2, 100).getLast().style());
        CodeLines docker =
                CodeLines.of(Language.DOCKERFILE, List.of("RUN a \\", "  COPY", "COPY b"));
        assertEquals(Token.Style.PLAIN, docker.tokens(1, 100).getLast().style());
        assertEquals(Token.Style.KEY, docker.tokens(2, 100).getFirst().style());
    }

    @Test
    void textsInADockerfileEndAtTheirWords() {
        CodeLines docker =
                CodeLines.of(
                        Language.DOCKERFILE,
                        List.of(
                                "# escape=`",
                                "COPY <<one <<-\"two\" /x",
                                "RUN in the first",
                                "one",
                                "\tthe second",
                                "\ttwo",
                                "RUN a `",
                                "COPY b",
                                "RUN cat <<<one $((1<<2))",
                                "USER c"));
        List<Token.Style> first =
                IntStream.range(0, 10)
                        .mapToObj(line -> docker.tokens(line, 100).getFirst().style())
                        .toList();
        assertEquals(
                List.of(
                        Token.Style.COMMENT,
                        Token.Style.KEY,
                        Token.Style.STRING,
                        Token.Style.NAME,
                        Token.Style.STRING,
                        Token.Style.NAME,
                        Token.Style.KEY,
                        Token.Style.PLAIN,
                        Token.Style.KEY,
                        Token.Style.KEY),
                first);
    }

    @Test
    void languageIsToldByNameByInterpreterAndByContent() {
        assertEquals(Language.JSON, Guess.of("package.json", List.of("{")));
        assertEquals(Language.DOCKERFILE, Guess.of("Dockerfile", List.of("FROM x")));
        assertEquals(Language.PYTHON, Guess.of("tool", List.of("#!/usr/bin/env python3")));
        assertEquals(Language.SHELL, Guess.of("run.conf", List.of("#!/bin/sh -e")));
        assertEquals(Language.CONTROL, Guess.of("copy", List.of("Package: a", "Status: b", " c")));
        assertEquals(Language.PROPERTIES, Guess.of("release", List.of("A=b", "C=\"d\"")));
        assertEquals(Language.MARKUP, Guess.of("x", List.of("<?xml version=\"1.0\"?>")));
        assertEquals(Language.PLAIN, Guess.of("notes.txt", List.of("A=b")));
        assertEquals(Language.PLAIN, Guess.of("", List.of()));
    }

    /** The line with K, N, S or C and quotes around each token that is not plain. */
    private static String marks(Language language, String line) {
        StringBuilder out = new StringBuilder();
        for (Token token : CodeLines.of(language, List.of(line)).tokens(0, 1_000)) {
            String part = line.substring(token.from(), token.to());
            switch (token.style()) {
                case PLAIN -> out.append(part);
                case KEY -> out.append("K«").append(part).append('»');
                case NAME -> out.append("N«").append(part).append('»');
                case STRING -> out.append("S«").append(part).append('»');
                case COMMENT -> out.append("C«").append(part).append('»');
            }
        }
        return out.toString();
    }

    private static String line(Random random, int length) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            line.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return line.toString();
    }
}
