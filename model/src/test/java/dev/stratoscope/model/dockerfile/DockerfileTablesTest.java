package dev.stratoscope.model.dockerfile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.SharedCases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language against the tables and files of BuildKit, moby and patternmatcher. */
class DockerfileTablesTest {
    @Test
    void parsesBuildKitsTestFilesIntoTheSameTree() throws IOException {
        List<Executable> checks = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SharedCases.path("moby__buildkit/testfiles"))) {
            for (Path folder : folders.sorted().toList()) {
                String text = Files.readString(folder.resolve("Dockerfile"));
                String expected = Files.readString(folder.resolve("result")).strip();
                checks.add(
                        () -> assertEquals(expected, dump(text), folder.getFileName().toString()));
            }
        }
        assertEquals(21, checks.size());
        assertAll(checks);
    }

    @Test
    void refusesWhatBuildKitRefuses() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (Path file : SharedCases.files("moby__buildkit/testfiles-negative")) {
            String text = Files.readString(file);
            checks.add(
                    () ->
                            assertThrows(
                                    DockerfileException.class,
                                    () -> Dockerfile.parse("Dockerfile", text),
                                    file.toString()));
        }
        assertAll(checks);
    }

    private static List<Statement> statements(String text) throws DockerfileException {
        SourceText source = new SourceText("Dockerfile", text);
        Directives directives = Directives.read(source);
        StatementReader reader = new StatementReader(source, directives.escape(), directives.end());
        List<Statement> all = new ArrayList<>();
        for (Statement one = reader.read(); one != null; one = reader.read()) {
            all.add(one);
        }
        return all;
    }

    private static String dump(String text) throws DockerfileException {
        List<String> lines = new ArrayList<>();
        for (Statement one : statements(text)) {
            lines.add(dump(one));
        }
        return String.join("\n", lines);
    }

    private static String dump(Statement one) throws DockerfileException {
        String flags =
                one.flags().isEmpty()
                        ? ""
                        : one.flags().stream()
                                .map(
                                        flag ->
                                                "--"
                                                        + flag.name()
                                                        + (flag.value().isEmpty()
                                                                ? ""
                                                                : "=" + flag.value()))
                                .map(DockerfileTablesTest::quoted)
                                .collect(Collectors.joining(" ", " [", "]"));
        String words =
                one.keyword().equals("ONBUILD") && !one.words().isEmpty()
                        ? " " + dump(one.words().getFirst())
                        : one.words().stream()
                                .map(word -> " " + quoted(word))
                                .collect(Collectors.joining());
        return "(" + one.keyword().toLowerCase(Locale.ROOT) + flags + words + ")";
    }

    /** As Go quotes a string. */
    private static String quoted(String text) {
        StringBuilder all = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = "\"\\\b\f\n\r\t".indexOf(c);
            if (escape >= 0) {
                all.append('\\').append("\"\\bfnrt".charAt(escape));
            } else if (c < ' ') {
                all.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                all.append(c);
            }
        }
        return all.append('"').toString();
    }

    @Test
    void readsTheJsonFormAsBuildKitDoes() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/dockerfile_exec_json.json").path("cases")) {
            JsonNode expected = row.path("expected");
            List<String> words = new ArrayList<>();
            expected.forEach(one -> words.add(one.asText()));
            String input = row.path("input").asText();
            checks.add(
                    () ->
                            assertEquals(
                                    expected.isArray() ? words : null, Words.json(input), input));
        }
        assertEquals(16, checks.size());
        assertAll(checks);
    }

    @Test
    void expandsAWordAsBuildKitDoes() throws IOException {
        Map<String, String> values =
                Map.of("PWD", "/home", "SHELL", "bash", "KOREAN", "\ud55c\uad6d\uc5b4", "NULL", "");
        List<Executable> checks = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/shell_expand_word.json").path("cases")) {
            String input = row.path("input").asText();
            String expected = row.path("expected").asText();
            checks.add(() -> assertEquals(expected, word(input, values), input));
        }
        assertEquals(228, checks.size());
        assertAll(checks);
    }

    private static String word(String input, Map<String, String> values) {
        try {
            return new WordLexer(input, '\\', values::get).word();
        } catch (WordException e) {
            return "error";
        }
    }

    @Test
    void dividesWordsAsBuildKitDoes() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/shell_expand_words.json").path("cases")) {
            Map<String, String> values = new HashMap<>();
            for (JsonNode one : row.path("env")) {
                String[] parts = one.asText().split("=", 2);
                values.put(parts[0], parts[1]);
            }
            List<String> expected = new ArrayList<>();
            row.path("words").forEach(one -> expected.add(one.asText()));
            String input = row.path("input").asText();
            checks.add(() -> assertEquals(expected, words(input, values), input));
        }
        assertEquals(24, checks.size());
        assertAll(checks);
    }

    private static List<String> words(String input, Map<String, String> values) {
        try {
            return new WordLexer(input, '\\', values::get).words();
        } catch (WordException e) {
            return List.of("error");
        }
    }

    @Test
    void leavesOutWhatPatternmatcherLeavesOut() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/dockerignore_match.json").path("cases")) {
            List<String> patterns = new ArrayList<>();
            row.path("patterns").forEach(one -> patterns.add(one.asText()));
            IgnoreFile ignore = IgnoreFile.of(patterns);
            String path = row.path("path").asText();
            boolean expected = row.path("excluded").asBoolean();
            checks.add(
                    () -> assertEquals(expected, ignore.excluding(path) != null, row.toString()));
        }
        assertEquals(72, checks.size());
        assertAll(checks);
    }

    @Test
    void matchesWhatTheEquivalentRegularExpressionMatches() throws IOException {
        List<String> paths =
                List.of(
                        "file",
                        "a/b",
                        "ab/b",
                        "dir",
                        "dir2/x",
                        "x/dir2/y",
                        "x/dir2/y/z",
                        "file1txt",
                        "x/file.txt",
                        "a.txt",
                        "x/y/a.txt",
                        "abe",
                        "ace",
                        "aze",
                        ".x",
                        "x.x",
                        "abcdef",
                        "abc.def",
                        "abcZdef",
                        "abc/def",
                        "foo/bar",
                        "x/foo/bar");
        int rows = 0;
        for (JsonNode row : SharedCases.json("tables/dockerignore_regex.json").path("cases")) {
            rows++;
            if (!row.path("class").asText().equals("regexpMatch")) {
                continue;
            }
            Pattern regex = Pattern.compile(row.path("regex").asText());
            IgnoreFile ignore = IgnoreFile.of(List.of(row.path("pattern").asText()));
            for (String path : paths) {
                boolean expected = false;
                for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                    expected |= regex.matcher(path.substring(0, end)).matches();
                }
                expected |= regex.matcher(path).matches();
                assertEquals(expected, ignore.excluding(path) != null, row + " " + path);
            }
        }
        assertEquals(21, rows);
    }

    @Test
    void readsAnIgnoreFileAsDockerDoes() throws IOException {
        for (JsonNode row :
                SharedCases.json("tables/dockerignore_file_reading.json").path("cases")) {
            List<String> expected = new ArrayList<>();
            row.path("expected").forEach(one -> expected.add(one.asText()));
            IgnoreFile ignore = IgnoreFile.parse(".dockerignore", row.path("content").asText());
            assertEquals(
                    expected,
                    ignore.rules().stream()
                            .map(rule -> (rule.exception() ? "!" : "") + rule.pattern())
                            .toList());
        }
    }

    @Test
    void instructionsDoToAConfigWhatDockersDo() throws IOException {
        List<Executable> checks = new ArrayList<>();
        int rows = 0;
        for (JsonNode row : SharedCases.json("tables/builder_config_effects.json").path("cases")) {
            rows++;
            String text = row.path("instructions").asText();
            JsonNode expected = row.path("config");
            if (!expected.isMissingNode() && !text.startsWith("FROM")) {
                checks.add(() -> assertEquals(expected, effect(text, row), text));
            }
        }
        assertEquals(22, rows);
        assertEquals(16, checks.size());
        assertAll(checks);
    }

    private static JsonNode effect(String text, JsonNode row) throws IOException {
        ObjectNode config = new JsonMapper().createObjectNode();
        if (row.has("base_env")) {
            config.set("Env", row.path("base_env").deepCopy());
        }
        Dockerfile dockerfile = Dockerfile.parse("Dockerfile", "FROM scratch\n" + text);
        Expansions expansions = new Expansions("Dockerfile", '\\', _ -> null);
        for (Instruction one : dockerfile.stages().getFirst().instructions()) {
            ConfigEffect.apply(config, expansions.expand(one), false);
        }
        return config;
    }

    @Test
    void readsEveryDockerfileOfBuildahAndKanikoOrSaysWhereItIsWrong() throws IOException {
        List<String> refused = new ArrayList<>();
        int read = 0;
        List<Path> files = new ArrayList<>(SharedCases.files("containers__buildah"));
        files.addAll(SharedCases.files("GoogleContainerTools__kaniko"));
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean named = name.startsWith("Docker") || name.startsWith("Container");
            boolean one = named || file.getParent().endsWith("dockerfiles");
            if (!one || name.endsWith(".dockerignore")) {
                continue;
            }
            try {
                Dockerfile.parse(name, Files.readString(file));
                read++;
            } catch (DockerfileException e) {
                refused.add(file.getParent().getFileName() + "/" + e.getMessage());
            }
        }
        assertEquals(252, read, () -> String.join("\n", refused));
        assertEquals(
                Set.of(
                        "base-with-arg/Containerfile:13:1",
                        "copy-chmod/Dockerfile.bad:3:6",
                        "copy-multistage-paths/Dockerfile.invalid_from:3:6",
                        "inline-network/Dockerfile3:2:5",
                        "save-stages/Dockerfile.arg-build-stages-and-chained-build-stages:5:1",
                        "unrecognized/Dockerfile:2:1",
                        "verify-cleanup/Dockerfile:6:6"),
                refused.stream()
                        .map(one -> one.substring(0, one.indexOf(": ")))
                        .collect(Collectors.toSet()));
    }
}
