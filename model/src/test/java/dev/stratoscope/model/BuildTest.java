package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildRecord;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.build.Forecast;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

class BuildTest extends ContainerFixture {
    private final List<BuildEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forgetEvents() {
        events.clear();
    }

    private BuildSpecBuilder spec(String... lines) {
        return new BuildSpecBuilder(null, folder.resolve("Dockerfile"))
                .text(String.join("\n", lines));
    }

    private KeptImage build(BuildSpecBuilder spec) throws IOException {
        events.clear();
        return engine.builds().run(spec.build(), events::add, Progress.NONE);
    }

    private <T extends BuildEvent> List<T> told(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private StepResult result(String start) {
        return told(BuildEvent.Finished.class).stream()
                .filter(one -> one.step().text().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " in " + events))
                .result();
    }

    private List<String> log() {
        return told(BuildEvent.Logged.class).stream().map(BuildEvent.Logged::text).toList();
    }

    private String text(KeptImage image, String path) throws IOException {
        try (OpenImage opened =
                engine.open(
                        ImageSource.stored(image.id().toString()),
                        new Platform("linux", "amd64", null),
                        Progress.NONE)) {
            var tree = opened.tree(opened.layerCount() - 1, Progress.NONE);
            int node = tree.find(ByteString.of(path));
            assertTrue(node >= 0, path);
            try (var in = opened.contents().open(Objects.requireNonNull(tree.entry(node)), 0)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private List<String> history(KeptImage image) throws IOException {
        try (OpenImage opened =
                engine.open(
                        ImageSource.stored(image.id().toString()),
                        new Platform("linux", "amd64", null),
                        Progress.NONE)) {
            return opened.image().config().history().stream().map(History::createdBy).toList();
        }
    }

    @Test
    void configIsBuiltWithoutAnyProcess() throws IOException {
        KeptImage image =
                build(spec("FROM scratch", "ENV A=1 B=\"two words\"", "LABEL l=$A", "CMD [\"x\"]"));
        assertEquals(0, image.layers().size());
        assertEquals("1", image.labels().get("l"));
        assertEquals(List.of("ENV A=1 B=two words", "LABEL l=1", "CMD [\"x\"]"), history(image));
    }

    @Test
    void aWrongTextIsToldBeforeAnythingIsBuilt() {
        DockerfileException wrong =
                assertThrows(
                        DockerfileException.class, () -> build(spec("FROM scratch", "RUNN x")));
        assertEquals(2, wrong.range().startLine());
        assertEquals(List.of(), events);
        assertTrue(
                assertThrows(
                                DockerfileException.class,
                                () -> build(spec("FROM scratch AS a").target("b")))
                        .getMessage()
                        .contains("there is no stage b"));
    }

    @Test
    void aCommandsFilesAreTheNextLayer() throws IOException {
        containersOf(engine);
        KeptImage image =
                build(
                        spec(
                                "FROM " + IMAGE,
                                "ARG V=1",
                                "RUN echo built $V > /made; echo to the log"));
        assertEquals("built 1\n", text(image, "made"));
        assertEquals(List.of("to the log"), log());
        assertEquals(
                "RUN |1 V=1 /bin/sh -c echo built $V > /made; echo to the log # buildkit",
                history(image).getLast());
        assertEquals(3, image.layers().size());
    }

    @Test
    void theSameBuildAgainRunsNothingAndGivesTheSameImage() throws IOException {
        containersOf(engine);
        String[] lines = {"FROM " + IMAGE, "RUN echo 1 > /one", "LABEL a=b", "RUN echo 2 > /two"};
        KeptImage first = build(spec(lines));
        KeptImage again = build(spec(lines));
        assertEquals(first.id(), again.id());
        assertTrue(
                told(BuildEvent.Finished.class).stream().allMatch(one -> one.result().cached()),
                events.toString());
        assertNotEquals(
                first.id(),
                build(spec(lines).useCache(false)).id(),
                "the files of commands that run again have other times");
    }

    @Test
    void aChangedLineIsBuiltWithWhatIsBelowItAndSaysWhy() throws IOException {
        containersOf(engine);
        build(spec("FROM " + IMAGE, "RUN echo 1 > /one", "RUN echo 2 > /two", "CMD [\"a\"]"));
        BuildSpecBuilder changed =
                spec("FROM " + IMAGE, "RUN echo 1 > /one", "RUN echo zwei > /two", "CMD [\"a\"]");
        List<Forecast> told = engine.builds().explain(changed.build(), Progress.NONE);
        assertEquals(
                List.of(
                        Forecast.State.CACHED,
                        Forecast.State.CACHED,
                        Forecast.State.RUNS,
                        Forecast.State.RUNS),
                told.stream().map(Forecast::state).toList());
        assertEquals(Miss.Cause.INSTRUCTION, Objects.requireNonNull(told.get(2).miss()).cause());
        build(changed);
        assertTrue(result("RUN echo 1").cached());
        Miss miss = Objects.requireNonNull(result("RUN echo zwei").miss());
        assertEquals(Miss.Cause.INSTRUCTION, miss.cause());
        assertEquals("command", miss.differing().getFirst().name());
    }

    @Test
    void aLineThatComesOrGoesAboveDoesNotHideTheCause() throws IOException {
        containersOf(engine);
        build(spec("FROM " + IMAGE, "ARG V=1", "RUN echo $V > /one"));
        build(spec("FROM " + IMAGE, "LABEL new=1", "ARG V=2", "RUN echo $V > /one"));
        Miss miss = Objects.requireNonNull(result("RUN").miss());
        assertEquals(Miss.Cause.ARGUMENT, miss.cause());
        assertEquals(List.of(new Miss.Difference("ARG V", "1", "2")), miss.differing());
    }

    @Test
    void onlyStagesThatAreNeededAreBuilt() throws IOException {
        containersOf(engine);
        build(
                spec(
                        "FROM " + IMAGE + " AS unused",
                        "RUN exit 1",
                        "FROM " + IMAGE + " AS used",
                        "RUN echo 1 > /one",
                        "FROM used",
                        "RUN echo 2 > /two"));
        assertEquals(0, told(BuildEvent.Failed.class).size());
        assertTrue(told(BuildEvent.Started.class).stream().allMatch(e -> e.step().stage() > 0));
    }

    @Test
    void aFailureLetsOtherStagesFinishTheStepTheyAreIn() throws IOException {
        containersOf(engine);
        String[] lines = {
            "FROM " + IMAGE + " AS slow",
            "RUN sleep 1; echo done > /slow",
            "RUN echo never > /never",
            "FROM " + IMAGE,
            "RUN --mount=from=slow,target=/s exit 0",
            "FROM " + IMAGE + " AS bad",
            "RUN sleep 0.3; exit 3",
            "FROM " + IMAGE,
            "RUN --mount=from=slow,target=/s --mount=from=bad,target=/b true"
        };
        BuildFailedException failed =
                assertThrows(BuildFailedException.class, () -> build(spec(lines)));
        assertEquals(3, failed.failure().exitCode());
        assertEquals("Dockerfile:7: the command ended with 3", failed.getMessage());
        assertFalse(result("RUN sleep 1").cached());
        assertFalse(
                told(BuildEvent.Started.class).stream()
                        .anyMatch(one -> one.step().text().contains("never")));
        assertThrows(BuildFailedException.class, () -> build(spec(lines)));
        assertTrue(result("RUN sleep 1").cached());
    }

    @Test
    void theFilesOfAFailedStepAreAContainer() throws Exception {
        var containers = containersOf(engine);
        BuildFailedException failed =
                assertThrows(
                        BuildFailedException.class,
                        () ->
                                build(
                                        spec(
                                                "FROM " + IMAGE,
                                                "RUN echo kept > /data/kept",
                                                "RUN echo half > /half; rm /data/old; exit 9")));
        String state = Objects.requireNonNull(failed.failure().state());
        containers.tidy(Progress.NONE);
        Container container = engine.builds().state(state, Progress.NONE);
        List<String> changed = new ArrayList<>();
        var changes = container.changes(Progress.NONE).changes();
        for (var entry : changes.asLayer()) {
            changed.add(entry.path().toString());
        }
        assertTrue(changed.contains("half"), changed.toString());
        assertTrue(changed.contains("data/.wh.old"), changed.toString());
        container.start(Progress.NONE);
        assertTrue(container.state().isLive());
        container.remove(true);
        build(spec("FROM " + IMAGE));
        assertThrows(NoSuchFileException.class, () -> engine.builds().state(state, Progress.NONE));
        assertAllCanBeRemoved(containers, "after a failed build");
    }

    @Test
    void aSecretIsNowhereAfterwards() throws IOException {
        containersOf(engine);
        String secret = "correct-horse-battery-staple";
        Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
        KeptImage image =
                build(
                        spec(
                                        "FROM " + IMAGE,
                                        "RUN --mount=type=secret,id=t,env=T"
                                                + " --mount=type=secret,id=t"
                                                + " read x < /run/secrets/t; echo $x $T; echo ok")
                                .secret("t", file));
        assertEquals("*** ***", log().getFirst());
        assertEquals(0, image.layers().getLast().contentSize());
        Files.delete(file);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(one, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(secret), one.toString());
            }
        }
        assertTrue(
                assertThrows(
                                BuildFailedException.class,
                                () ->
                                        build(
                                                spec(
                                                        "FROM " + IMAGE,
                                                        "RUN --mount=type=secret,id=u,required"
                                                                + " true")))
                        .getMessage()
                        .contains("--secret id=u"));
    }

    @Test
    void aCacheMountIsThereAgain() throws IOException {
        containersOf(engine);
        String mount = "RUN --mount=type=cache,target=/c ";
        build(spec("FROM " + IMAGE, mount + "echo first > /c/x"));
        build(spec("FROM " + IMAGE, mount + "read x < /c/x; echo $x"));
        assertEquals(List.of("first"), log());
    }

    @Test
    void aFinishedStepOpensAsAnImage() throws IOException {
        containersOf(engine);
        build(spec("FROM " + IMAGE, "RUN echo 1 > /one", "ENV A=b", "RUN echo 2 > /two"));
        try (OpenImage middle = engine.builds().image(result("ENV").image())) {
            var tree = middle.tree(middle.layerCount() - 1, Progress.NONE);
            assertTrue(tree.find(ByteString.of("one")) >= 0);
            assertTrue(tree.find(ByteString.of("two")) < 0);
        }
        assertEquals(2, engine.store().contents().images().size());
    }

    @Test
    void theSameEpochGivesTheSameDigestInAnotherHome() throws IOException {
        containersOf(engine);
        Engine other = Engine.open(folder.resolve("other"), engine.clock());
        containersOf(other);
        BuildSpecBuilder spec =
                spec("FROM " + IMAGE, "RUN echo 1 > /one; touch /data/old", "LABEL a=b")
                        .epoch(Instant.ofEpochSecond(1_700_000_000));
        KeptImage here = build(spec);
        KeptImage there = other.builds().run(spec.build(), _ -> {}, Progress.NONE);
        assertEquals(here.manifest(), there.manifest());
    }

    @Test
    void cancellingEndsTheCommandAndLeavesFinishedSteps() throws Exception {
        var containers = containersOf(engine);
        BuildSpecBuilder spec = spec("FROM " + IMAGE, "RUN echo 1 > /one", "RUN echo go; sleep 60");
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Consumer<BuildEvent> listener =
                event -> {
                    if (event instanceof BuildEvent.Logged) {
                        running.countDown();
                    }
                };
        Thread builder =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        engine.builds().run(spec.build(), listener, Progress.NONE);
                                    } catch (IOException e) {
                                        ended.set(e);
                                    }
                                });
        running.await();
        builder.interrupt();
        builder.join(20_000);
        assertTrue(ended.get() instanceof InterruptedIOException, String.valueOf(ended.get()));
        assertEquals(
                Forecast.State.CACHED,
                engine.builds().explain(spec.build(), Progress.NONE).get(1).state());
        assertAllCanBeRemoved(containers, "after a cancelled build");
    }

    @Test
    void layersOfTheCacheStayUntilTheyAreForgotten() throws IOException {
        containersOf(engine);
        String[] lines = {"FROM " + IMAGE, "RUN echo 1 > /one"};
        KeptImage image = build(spec(lines));
        engine.store().remove(image.id().toString(), true);
        engine.builds().prune(false);
        engine.store().prune(Progress.NONE);
        build(spec(lines));
        assertTrue(result("RUN").cached());
        engine.store().remove(image.id().toString(), true);
        engine.builds().prune(true);
        assertTrue(engine.store().prune(Progress.NONE).freed() > 0);
        build(spec(lines));
        assertFalse(result("RUN").cached());
    }

    @Test
    void pastBuildsAreKept() throws IOException {
        build(spec("FROM scratch", "ENV A=1"));
        assertThrows(BuildFailedException.class, () -> build(spec("FROM nothing:here", "RUN x")));
        List<BuildRecord> past = engine.builds().history();
        assertEquals(2, past.size());
        BuildRecord failed = past.stream().filter(e -> e.image() == null).findFirst().orElseThrow();
        assertNotNull(failed.reason());
        assertEquals("failed", failed.steps().getFirst().outcome());
        assertEquals("not-reached", failed.steps().getLast().outcome());
        BuildRecord good = past.stream().filter(e -> e.image() != null).findFirst().orElseThrow();
        assertNull(good.reason());
        assertEquals("FROM scratch\nENV A=1", good.text());
    }
}
