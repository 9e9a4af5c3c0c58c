package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildFailedException;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** What stages have of each other. */
class BuildStagesTest extends ContainerFixture {
    private KeptImage build(String... lines) throws IOException {
        var spec =
                new BuildSpecBuilder(null, folder.resolve("Dockerfile"))
                        .text(String.join("\n", lines));
        return engine.builds().run(spec.build(), _ -> {}, Progress.NONE);
    }

    @Test
    void argumentsOfTheStageBelowAreThereAndToldInTheirOrder() throws IOException {
        containersOf(engine);
        KeptImage image =
                build(
                        "FROM " + IMAGE + " AS below",
                        "ARG Z=1 A",
                        "FROM below",
                        "ARG Z=${Z}2",
                        "WORKDIR /w/",
                        "RUN test $Z = 12");
        List<String> told;
        try (OpenImage opened =
                engine.open(ImageSource.stored(image.id().toString()), null, Progress.NONE)) {
            told = opened.image().config().history().stream().map(History::createdBy).toList();
        }
        assertEquals(
                List.of("ARG Z=1 A", "ARG Z=12", "WORKDIR /w/"),
                told.subList(told.size() - 4, told.size() - 1));
        assertEquals("RUN |2 Z=12 A= /bin/sh -c test $Z = 12 # buildkit", told.getLast());
    }

    @Test
    void aNumberAfterFromIsAnImageAndNoStage() {
        BuildFailedException failed =
                assertThrows(
                        BuildFailedException.class,
                        () -> build("FROM scratch", "ENV A=1", "FROM 0"));
        assertTrue(failed.getMessage().contains("there is no such image"), failed.getMessage());
    }

    @Test
    void cachesThatBeginWithTheFilesOfDifferentStagesAreDifferent() throws IOException {
        containersOf(engine);
        String cached = "RUN --mount=type=cache,target=/c,from=0 test $(cat /c/x) = ";
        for (String text : List.of("one", "two", "one")) {
            build("FROM " + IMAGE, "RUN echo " + text + " > /x", "FROM " + IMAGE, cached + text);
        }
    }
}
