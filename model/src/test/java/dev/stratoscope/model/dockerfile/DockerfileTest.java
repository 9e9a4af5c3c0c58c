package dev.stratoscope.model.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.image.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class DockerfileTest {
    private static Dockerfile parse(String... lines) throws DockerfileException {
        return Dockerfile.parse("Dockerfile", String.join("\n", lines));
    }

    private static String refused(String... lines) {
        return assertThrows(DockerfileException.class, () -> parse(lines)).getMessage();
    }

    private static Instruction first(String... lines) throws DockerfileException {
        return parse("FROM scratch\n" + String.join("\n", lines))
                .stages()
                .getFirst()
                .instructions()
                .getFirst();
    }

    private static Instruction expanded(Instruction instruction, Map<String, String> values)
            throws DockerfileException {
        return new Expansions("Dockerfile", '\\', values::get).expand(instruction);
    }

    @Test
    void errorsSayFileLineColumnAndWhatWasExpected() {
        assertEquals(
                "Dockerfile:3:1: RUNN is no instruction: expected RUN?",
                refused("FROM scratch", "", "RUNN true"));
        assertEquals(
                "Dockerfile:2:6: COPY has no flag --chwon: expected one of --chmod, --chown,"
                        + " --exclude, --from, --link, --parents",
                refused("FROM scratch", "COPY --chwon=1 a b"));
        assertEquals(
                "Dockerfile:3:3: --link cannot be maybe: expected true or false",
                refused("FROM scratch", "COPY --chown=1 \\", "  --link=maybe a b"));
        assertEquals(
                "Dockerfile:1:1: COPY comes before any stage: expected FROM or ARG first",
                refused("COPY a b"));
        assertEquals("Dockerfile:1:1: there is no instruction: expected FROM", refused(""));
        assertEquals(
                "Dockerfile:2:1: the text after <<END has no end: expected a line END",
                refused("FROM scratch", "RUN <<END", "true"));
    }

    @Test
    void anErrorShowsItsLine() {
        DockerfileException e =
                assertThrows(
                        DockerfileException.class, () -> parse("FROM scratch", "  ENV novalue"));
        assertEquals("  ENV novalue", e.line());
        assertEquals(new SourceRange(2, 3, 2, 14), e.range());
    }

    @Test
    void instructionsKnowTheirLinesWithThoseTheyAreContinuedOn() throws DockerfileException {
        Dockerfile file =
                parse("FROM scratch", "RUN one \\", "# a comment", "  two", "", "CMD [\"x\"]");
        List<Instruction> all = file.stages().getFirst().instructions();
        assertEquals(new SourceRange(2, 1, 4, 6), all.getFirst().range());
        assertEquals(new SourceRange(6, 1, 6, 10), all.getLast().range());
        assertEquals("RUN one   two", all.getFirst().statement().original());
    }

    @Test
    void heredocsAreReadForRunAndCopy() throws DockerfileException {
        Instruction.Run run = (Instruction.Run) first("RUN <<EOF", "echo $a", "EOF", "CMD x");
        assertEquals("echo $a\n", run.command().heredocs().getFirst().content());
        assertEquals(new SourceRange(2, 1, 4, 4), run.range());
        Instruction.Copy copy =
                (Instruction.Copy) first("COPY <<-'A' <<B /etc/", "\tone $x", "\tA", "two $x", "B");
        assertEquals(List.of(), copy.sources());
        assertEquals("/etc/", copy.target());
        Instruction.Copy filled = (Instruction.Copy) expanded(copy, Map.of("x", "1"));
        assertEquals("one $x\n", filled.inline().getFirst().content());
        assertEquals("two 1\n", filled.inline().getLast().content());
    }

    @Test
    void theEscapeDirectiveChangesTheMark() throws DockerfileException {
        Dockerfile file = parse("# escape=`", "FROM scratch", "RUN a `", "b\\", "CMD x");
        assertEquals(2, file.stages().getFirst().instructions().size());
        assertEquals('`', file.escape());
        assertEquals(
                "Dockerfile:2:1: the directive escape may be given only once",
                refused("# escape=`", "# escape=`", "FROM scratch"));
        assertEquals('\\', parse("# words", "# escape=`", "FROM scratch").escape());
    }

    @Test
    void valuesAreThoseFromBeforeTheInstruction() throws DockerfileException {
        Instruction.Env env =
                (Instruction.Env) expanded(first("ENV abc=bye def=$abc"), Map.of("abc", "hello"));
        assertEquals(List.of(new Pair("abc", "bye"), new Pair("def", "hello")), env.pairs());
    }

    @Test
    void patternsCutAndReplaceParts() throws WordException {
        Map<String, String> values = Map.of("v", "a/b/c.tar.gz", "s", "xaxbx");
        assertEquals("b/c.tar.gz", word("${v#*/}", values));
        assertEquals("c.tar.gz", word("${v##*/}", values));
        assertEquals("a/b/c.tar", word("${v%.*}", values));
        assertEquals("a/b/c", word("${v%%.*}", values));
        assertEquals("-axbx", word("${s/x/-}", values));
        assertEquals("-a-b-", word("${s//x/-}", values));
        assertEquals("ab", word("${s//x/}", values));
        assertEquals("a/b/c.tar.gz", word("${v#?b}", values));
    }

    private static String word(String text, Map<String, String> values) throws WordException {
        return new WordLexer(text, '\\', values::get).word();
    }

    @Test
    void triggersForLaterBuildsAreInstructionsThatMayBeThere() throws DockerfileException {
        Instruction.Onbuild onbuild = (Instruction.Onbuild) first("ONBUILD COPY . /app");
        assertEquals("COPY . /app", onbuild.instruction());
        assertTrue(Dockerfile.trigger("x", "COPY . /app") instanceof Instruction.Copy);
        assertTrue(refused("FROM a", "ONBUILD ONBUILD RUN x").contains("ONBUILD cannot be"));
        assertTrue(refused("FROM a", "ONBUILD COPY x").contains("needs a source and a target"));
    }

    @Test
    void mountsAreReadWithTheirUsualValues() throws DockerfileException {
        Instruction.Run run =
                (Instruction.Run)
                        first(
                                "RUN --mount=type=cache,dst=/c,sharing=locked,mode=0700 \\",
                                "--mount=type=secret,id=t,env=T --mount=target=/m,rw x");
        Mount cache = run.mounts().get(0);
        assertEquals(Mount.Type.CACHE, cache.type());
        assertEquals("/c", cache.target());
        assertEquals(0700, cache.mode());
        assertFalse(cache.readOnly());
        assertEquals("T", run.mounts().get(1).env());
        assertEquals(Mount.Type.BIND, run.mounts().get(2).type());
        assertFalse(run.mounts().get(2).readOnly());
        assertEquals(
                "Dockerfile:2:5: a mount of type tmpfs has no id: expected size, target",
                refused("FROM a", "RUN --mount=type=tmpfs,target=/x,id=1 x"));
    }

    /** Doing what a finding offers leaves a file that can be read and that it is not found in. */
    @Test
    void everyFixMakesItsFindingGo() throws DockerfileException {
        Dockerfile file =
                parse(
                        "FROM scratch as base",
                        "MAINTAINER me \"and\" you",
                        "ENV a b c",
                        "ARG one two",
                        "env x=y",
                        "RUN a \\",
                        "",
                        "  b",
                        "ENTRYPOINT /bin/prog --flag 'two words'",
                        "EXPOSE 80");
        int fixes = 0;
        for (Finding finding : file.findings()) {
            Finding.Fix fix = finding.fix();
            if (fix != null) {
                fixes++;
                Dockerfile fixed = Dockerfile.parse("Dockerfile", applied(file.text(), fix));
                assertFalse(
                        fixed.findings().stream()
                                .anyMatch(
                                        one ->
                                                one.rule().equals(finding.rule())
                                                        && one.range().startLine()
                                                                == finding.range().startLine()),
                        () -> finding + "\n" + fixed.text());
            }
        }
        assertEquals(6, fixes, file.findings().toString());
    }

    private static String applied(String text, Finding.Fix fix) {
        return text.substring(0, offset(text, fix.range().startLine(), fix.range().startColumn()))
                + fix.replacement()
                + text.substring(offset(text, fix.range().endLine(), fix.range().endColumn()));
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }

    @Test
    void theShellFormOfACommandIsFoundWithTheJsonForm() throws DockerfileException {
        Finding finding =
                parse("FROM scratch", "CMD nginx -g \"daemon off;\"").findings().getFirst();
        assertEquals("JSONArgsRecommended", finding.rule());
        assertNull(finding.fix(), "a shell may be meant to read the semicolon");
        Finding plain = parse("FROM scratch", "CMD nginx -g 'x y'").findings().getFirst();
        assertEquals(
                "CMD [\"nginx\", \"-g\", \"x y\"]",
                Objects.requireNonNull(plain.fix()).replacement());
    }

    @Test
    void findingsCanBeLeftOut() throws DockerfileException {
        assertEquals(
                List.of(),
                parse("# check=skip=JSONArgsRecommended", "FROM scratch", "CMD a").findings());
        assertTrue(parse("# check=error=true", "FROM scratch").strict());
    }

    @Test
    void anImageForAnotherPlatformIsFoundWhereItIsKnown() throws DockerfileException {
        Platform arm = new Platform("linux", "arm64", "v8");
        Platform amd = new Platform("linux", "amd64", null);
        String text = "FROM known AS one\nFROM other\nFROM one\nFROM scratch\n";
        List<Finding> found =
                Dockerfile.parse(
                                "Dockerfile",
                                text,
                                from ->
                                        from.image().equals("known")
                                                ? new BaseImage(Set.of(), arm, amd)
                                                : null)
                        .findings();
        assertEquals(
                List.of("known is for linux/arm64/v8, not for linux/amd64"),
                found.stream().map(Finding::message).toList());
        assertEquals("InvalidBaseImagePlatform", found.getFirst().rule());
        assertEquals(1, found.getFirst().range().startLine());
    }

    @Test
    void aVariableThatTheKnownBaseImageSetsIsNotUndefined() throws DockerfileException {
        Platform amd = new Platform("linux", "amd64", null);
        BaseImage base = new BaseImage(Set.of("JAVA_HOME"), amd, amd);
        String text = "FROM known\nENV A=$JAVA_HOME B=$JAVA_HOMES C=$NOBODY\n";
        assertEquals(
                List.of(
                        "JAVA_HOMES has no value here; is JAVA_HOME meant?",
                        "NOBODY has no value here"),
                Dockerfile.parse("Dockerfile", text, _ -> base).findings().stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(List.of(), Dockerfile.parse("Dockerfile", text).findings());
    }

    @Test
    void blanksAreThoseOfUnicodeAndAContinuedNothingIsRefused() throws DockerfileException {
        assertEquals("a", parse("\u00a0", "FROM a \u00a0").stages().getFirst().from().image());
        assertEquals(
                "Dockerfile:2:2: there is nothing to continue: expected an instruction",
                refused("FROM a", " \\"));
        assertEquals(
                "LABEL",
                parse("FROM a", "\\", "  LABEL a=b")
                        .stages()
                        .getFirst()
                        .instructions()
                        .getFirst()
                        .statement()
                        .keyword());
    }

    /** Docker's rules for stars and brackets are not those of other ignore files. */
    @ParameterizedTest
    @CsvSource({
        "**?, ab, false",
        "**?, x/a, true",
        "**.txt, a.txt, true",
        "**.txt, x/a.txt, true",
        "**.t?t, a.txt, false",
        "a**b, axb, false",
        "a**b, ax/b, true",
        "a**, ax/b, true",
        "a[^b]c, a/c, true",
        "a?c, a/c, false"
    })
    void ignoreRulesAreReadAsDockerReadsThem(String rule, String path, boolean out)
            throws DockerfileException {
        assertEquals(out, IgnoreFile.of(List.of(rule)).excluding(path) != null);
    }

    @Test
    void expansionThatGrowsWithoutEndIsStopped() throws IOException {
        StringBuilder text = new StringBuilder("FROM scratch\nENV a0=xxxxxxxxxx\n");
        Map<String, String> values = new HashMap<>();
        values.put("a0", "xxxxxxxxxx");
        for (int i = 1; i < 40; i++) {
            text.append("ENV a" + i + "=" + ("$a" + (i - 1)).repeat(10) + "\n");
        }
        Dockerfile file = Dockerfile.parse("Dockerfile", text.toString());
        DockerfileException stopped =
                assertThrows(
                        DockerfileException.class,
                        () -> {
                            for (Instruction one : file.stages().getFirst().instructions()) {
                                Instruction.Env env = (Instruction.Env) expanded(one, values);
                                values.put(
                                        env.pairs().getFirst().name(),
                                        env.pairs().getFirst().value());
                            }
                        });
        assertTrue(stopped.getMessage().contains("which is the limit"), stopped.getMessage());
    }

    @Test
    void deepNestingIsStoppedInWords() {
        String deep = "${a:-".repeat(5_000) + "x" + "}".repeat(5_000);
        WordException e = assertThrows(WordException.class, () -> word(deep, Map.of()));
        assertTrue(e.getMessage().contains("100 deep"), e.getMessage());
    }

    @Test
    void readsOrRefusesEveryHostileFileSoon() throws IOException {
        for (Path file : SharedCases.files("hostile/dockerfile")) {
            String name = file.getFileName().toString();
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String said =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> {
                                try {
                                    return "" + Dockerfile.parse(name, text).stages().size();
                                } catch (DockerfileException e) {
                                    return e.getMessage();
                                }
                            },
                            name);
            assertNotNull(said);
            if (name.startsWith("line-70000")) {
                assertTrue(said.contains("which is the limit"), said);
            } else if (name.startsWith("onbuild-onbuild")) {
                assertTrue(said.contains("ONBUILD cannot be"), said);
            }
        }
    }

    @Test
    void hostilePatternsTakeLinearTime() throws IOException {
        String patterns = "**/a*".repeat(30) + "\n" + "*".repeat(200) + "a\n";
        IgnoreFile ignore = IgnoreFile.parse(".dockerignore", patterns + "!" + "**/a/".repeat(40));
        String path = "a/".repeat(2_000) + "b";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    ignore.excluding(path);
                    ignore.mayTakeBelow(path);
                });
    }

    @Test
    void anExceptionBelowAnExcludedFolderIsLookedFor() throws IOException {
        IgnoreFile ignore = IgnoreFile.parse(".dockerignore", "node_modules\nsrc\n!src/keep/*.c\n");
        assertFalse(ignore.mayTakeBelow("node_modules"));
        assertTrue(ignore.mayTakeBelow("src"));
        assertTrue(ignore.mayTakeBelow("src/keep"));
        assertFalse(ignore.mayTakeBelow("src/other"));
        assertNull(ignore.excluding("src/keep/a.c"));
        assertEquals(2, Objects.requireNonNull(ignore.excluding("src/a.c")).line());
    }
}
