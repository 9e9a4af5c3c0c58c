package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code build} writes, and its exit status; what is built, the engine's tests look at. */
class BuildVerbTest {
    private static final InputStream STANDARD_INPUT = System.in;

    @TempDir private Path folder = Path.of("");
    private Path context = Path.of("");

    @BeforeEach
    void makeTheContext() throws IOException {
        context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("a"), "one");
        Files.writeString(context.resolve("b"), "two");
        dockerfile(
                "FROM scratch AS base",
                "COPY a /a",
                "COPY b /b",
                "FROM base",
                "ARG WHO=nobody",
                "LABEL who=$WHO");
    }

    private void dockerfile(String... lines) throws IOException {
        Files.writeString(context.resolve("Dockerfile"), String.join("\n", lines) + "\n");
    }

    private CommandLineRun of(String... args) {
        List<String> all = new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of(args));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private CommandLineRun build(String... options) {
        List<String> all = new ArrayList<>(List.of("build"));
        all.addAll(List.of(options));
        all.add(context.toString());
        return of(all.toArray(String[]::new));
    }

    @Test
    void theImageIdIsAllOfTheOutputAndTheTagsLeadToIt() {
        CommandLineRun run = build("-t", "demo/built:1", "--tag", "demo/other");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().matches("sha256:[0-9a-f]{64}\n"), run.out());
        for (String name : List.of("demo/built:1", "demo/other:latest")) {
            CommandLineRun inspect = of("inspect", name);
            assertEquals(0, inspect.status(), inspect.err());
            assertTrue(inspect.out().contains(run.out().strip()), inspect.out());
        }
    }

    @Test
    void aSecondBuildIsCachedAndOneAfterAChangeSaysWhichFile() throws IOException {
        String first = build().out();
        CommandLineRun second = build();
        assertEquals(first, second.out());
        assertTrue(second.err().contains("[base 3/3] cached, 3 B\n"), second.err());
        Files.writeString(context.resolve("b"), "Two");
        CommandLineRun third = build();
        assertNotEquals(first, third.out());
        assertTrue(third.err().contains("[base 2/3] cached, 3 B\n"), third.err());
        assertTrue(third.err().matches("(?s).*\\[base 3/3] done in .*changed: b\n.*"), third.err());
    }

    @Test
    void whatWouldRunIsToldAndNothingIsBuilt() throws IOException {
        build();
        Files.writeString(context.resolve("b"), "Two");
        CommandLineRun run = build("--explain");
        assertEquals(
                """
                cached  FROM scratch AS base
                cached  COPY a /a
                runs    COPY b /b
                          files changed: b
                runs    FROM base
                          a step before it changed
                runs    ARG WHO=nobody
                          a step before it changed
                runs    LABEL who=$WHO
                          a step before it changed
                """,
                run.out());
        assertEquals(1, of("images", "--json").json().size());
    }

    @Test
    void argumentsComeFromTheOptionOrTheEnvironment() {
        String id = build("--build-arg", "WHO=me").out().strip();
        assertTrue(of("inspect", id).out().contains("\"who\""));
        assertTrue(of("inspect", id).out().contains("\"me\""));
        // A variable that is not there is no value, as for docker.
        String unset = build("--build-arg", "WHO").out().strip();
        assertTrue(of("inspect", unset).out().contains("\"nobody\""));
    }

    @Test
    void theSameTimeGivesTheSameImageInAnotherHome() throws IOException {
        String first = build("--build-arg", "SOURCE_DATE_EPOCH=1000000000").out();
        Path other = folder.resolve("other");
        CommandLineRun second =
                CommandLineRun.of(
                        "--home",
                        other.toString(),
                        "build",
                        "--build-arg",
                        "SOURCE_DATE_EPOCH=1000000000",
                        context.toString());
        assertEquals(first, second.out(), second.err());
        CommandLineRun wrong = build("--build-arg", "SOURCE_DATE_EPOCH=today");
        assertEquals(1, wrong.status());
        assertEquals(
                "stratoscope: SOURCE_DATE_EPOCH=today: is no number of seconds since 1970\n",
                wrong.err());
    }

    @Test
    void theProgressIsJsonWhereThatIsAskedFor() throws IOException {
        CommandLineRun run = build("--progress", "json");
        List<String> events = new ArrayList<>();
        for (String line : run.err().lines().toList()) {
            JsonNode event = new JsonMapper().readTree(line);
            events.add(event.get("event").asText());
        }
        assertEquals("planned", events.getFirst());
        assertEquals("built", events.getLast());
        assertEquals(6, events.stream().filter("finished"::equals).count(), events.toString());
        assertTrue(events.contains("context"), events.toString());
    }

    @Test
    void nothingIsToldWhereThatIsAskedFor() {
        CommandLineRun run = build("--quiet");
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void findingsAreWarningsOfABuildAndTheOutputOfACheck() throws IOException {
        dockerfile("FROM scratch", "MAINTAINER me", "COPY a /");
        CommandLineRun built = build();
        assertEquals(0, built.status());
        assertTrue(
                built.err()
                        .startsWith(
                                "warning: Dockerfile:2: MAINTAINER is deprecated"
                                        + " (MaintainerDeprecated)\n"),
                built.err());
        CommandLineRun check = build("--check");
        assertEquals(1, check.status());
        assertTrue(check.out().endsWith("    2 | MAINTAINER me\n"), check.out());
        JsonNode json = build("--check", "--json").json();
        assertEquals("MaintainerDeprecated", json.get("rule").asText());
        assertEquals(2, json.get("line").asInt());
        dockerfile("FROM scratch", "COPY a /");
        CommandLineRun clean = build("--check");
        assertEquals(0, clean.status());
        assertEquals("", clean.out());
    }

    @Test
    void aMistakeInTheTextIsShownWithItsLine() throws IOException {
        dockerfile("FROM scratch", "COPPY a /");
        CommandLineRun run = build();
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("    2 | COPPY a /\n"), run.err());
        assertTrue(run.err().contains("Dockerfile:2:1: "), run.err());
        assertTrue(run.err().contains("COPY"), run.err());
    }

    @Test
    void aStepThatFailsIsShownWithItsLineAndTheReason() throws IOException {
        dockerfile("FROM scratch", "COPY nowhere /");
        CommandLineRun run = build();
        assertEquals(1, run.status());
        assertEquals("", run.out());
        List<String> end = run.err().lines().toList();
        assertEquals("    2 | COPY nowhere /", end.get(end.size() - 2));
        assertTrue(end.getLast().startsWith("stratoscope: Dockerfile:2: nowhere: is not in"));
    }

    @Test
    void aTargetThatIsNotThereIsToldWithThoseThatAre() {
        CommandLineRun run = build("--target", "bass");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("there is no stage bass: expected one of base"), run.err());
    }

    @Test
    void goingBeyondALimitNamesTheLimit() throws IOException {
        dockerfile("FROM scratch", "COPY . /");
        for (String limit : List.of("entries=2", "expandedBytes=5")) {
            CommandLineRun run = of("--limit", limit, "build", context.toString());
            assertEquals(1, run.status());
            assertTrue(run.err().contains("goes beyond the limit " + limit), run.err());
        }
        assertEquals(0, of("--limit", "entries=3", "build", context.toString()).status());
    }

    @Test
    void aTextFromStandardInputHasNoContext() {
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            "FROM scratch\nLABEL a=b\n".getBytes(StandardCharsets.UTF_8)));
            CommandLineRun run = of("build", "-");
            assertEquals(0, run.status(), run.err());
            assertFalse(run.out().isEmpty());
        } finally {
            System.setIn(STANDARD_INPUT);
        }
    }

    @Test
    void aSecretThatIsNotThereIsRefused() {
        CommandLineRun run = build("--secret", "id=key,src=" + folder.resolve("none"));
        assertEquals(1, run.status());
        assertTrue(run.err().contains("there is no such file"), run.err());
        assertTrue(build("--secret", "src=x").err().contains("needs id=ID"));
    }
}
