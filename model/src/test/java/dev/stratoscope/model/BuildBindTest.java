package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What bind mounts of RUN show. */
class BuildBindTest extends ContainerFixture {
    private Path context;

    @BeforeEach
    void makeContext() throws IOException {
        context = Files.createDirectory(folder.resolve("context"));
        Files.createDirectory(context.resolve("sub"));
        Files.writeString(context.resolve("sub/a"), "one\n");
        Files.writeString(context.resolve("secret"), "hidden\n");
    }

    /** What the commands print, or {@code cached}. */
    private String printed(String... lines) throws IOException {
        containersOf(engine);
        List<BuildEvent> events = new ArrayList<>();
        String text = "FROM " + IMAGE + "\n" + String.join("\n", lines);
        engine.builds()
                .run(
                        new BuildSpecBuilder(context, folder.resolve("Dockerfile"))
                                .text(text)
                                .build(),
                        events::add,
                        Progress.NONE);
        boolean cached =
                events.stream()
                        .filter(BuildEvent.Finished.class::isInstance)
                        .map(BuildEvent.Finished.class::cast)
                        .allMatch(one -> one.result().cached());
        return cached
                ? "cached"
                : events.stream()
                        .filter(BuildEvent.Logged.class::isInstance)
                        .map(one -> ((BuildEvent.Logged) one).text())
                        .collect(Collectors.joining("|"));
    }

    @Test
    void theContextIsSeenAndItsChangesAreToo() throws IOException {
        String run = "RUN --mount=type=bind,target=/c cat /c/sub/a /c/secret";
        assertEquals("one|hidden", printed(run));
        assertEquals("cached", printed(run));
        Files.writeString(context.resolve("sub/a"), "two\n");
        assertEquals("two|hidden", printed(run));
    }

    @Test
    void whatIsLeftOutIsNotSeen() throws IOException {
        Files.writeString(context.resolve(".dockerignore"), "secret\n");
        String run = "RUN --mount=type=bind,target=/c cd /c; echo *; cat sub/a";
        assertEquals("sub|one", printed(run));
        Files.writeString(context.resolve("secret"), "other\n");
        assertEquals("cached", printed(run));
    }

    @Test
    void whatIsWrittenIsLost() throws IOException {
        String run = "RUN --mount=target=/c,source=sub,rw echo more >> /c/a; cat /c/a";
        assertEquals("one|more", printed(run));
        assertEquals("one\n", Files.readString(context.resolve("sub/a")));
    }

    @Test
    void aFileOfAnotherStageIsSeen() throws IOException {
        assertEquals(
                "one",
                printed(
                        "COPY --chown=5 sub /s",
                        "FROM " + IMAGE,
                        "RUN --mount=type=bind,from=0,source=/s/a,target=/f cat /f"));
    }
}
