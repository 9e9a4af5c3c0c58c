package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildRecord;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.build.ChangedFile;
import dev.stratoscope.model.build.CopiedFile;
import dev.stratoscope.model.build.Forecast;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is left of builds: their steps as images, and what a file was before it changed. */
class BuildPastTest {
    @TempDir Path folder;
    private Engine engine;
    private Path context;

    @BeforeEach
    void makeContext() throws IOException {
        engine = open();
        context = Files.createDirectories(folder.resolve("site/www")).getParent();
        Files.writeString(context.resolve("www/index.html"), "one\n");
        Files.writeString(context.resolve("www/other.html"), "other\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM scratch\nCOPY www/ /srv/www/\nLABEL a=b\nCOPY www/other.html /o\n");
    }

    private Engine open() {
        return Engine.open(folder.resolve("home"), Clock.systemUTC());
    }

    private BuildSpec spec() {
        return new BuildSpecBuilder(context, context.resolve("Dockerfile")).build();
    }

    private List<BuildEvent> build() throws IOException {
        List<BuildEvent> events = new ArrayList<>();
        engine.builds().run(spec(), events::add, Progress.NONE);
        return events;
    }

    @Test
    void stepsOfPastBuildsOpenAfterAnotherStart() throws IOException {
        build();
        Engine next = open();
        List<BuildRecord.Step> steps = next.builds().history().getFirst().steps();
        Descriptor middle = steps.get(2).image();
        assertNotNull(middle);
        try (OpenImage image = next.builds().image(middle)) {
            assertEquals(1, image.layerCount());
            assertEquals("b", image.image().config().labels().get("a"));
            assertTrue(image.tree(Progress.NONE).find(ByteString.of("srv/www/index.html")) >= 0);
        }
    }

    @Test
    void aStepWhoseLayerIsForgottenSaysSo() throws IOException {
        build();
        Engine next = open();
        Descriptor middle = next.builds().history().getFirst().steps().get(2).image();
        assertNotNull(middle);
        next.builds().prune(true);
        assertThrows(NoSuchFileException.class, () -> next.builds().image(middle));
    }

    @Test
    void aChangedFileIsShownAsItWasAndAsItIs() throws IOException {
        build();
        Files.writeString(context.resolve("www/index.html"), "another\n");
        Forecast told =
                engine.builds().explain(spec(), Progress.NONE).stream()
                        .filter(one -> one.step().text().startsWith("COPY www/ "))
                        .findFirst()
                        .orElseThrow();
        Miss would = Objects.requireNonNull(told.miss());
        assertEquals("www/index.html", would.differing().getFirst().name());
        both("one\n", "another\n", changed(would, null));
        StepResult result =
                build().stream()
                        .filter(BuildEvent.Finished.class::isInstance)
                        .map(BuildEvent.Finished.class::cast)
                        .filter(one -> one.step().text().startsWith("COPY www/ "))
                        .findFirst()
                        .orElseThrow()
                        .result();
        Files.writeString(context.resolve("www/index.html"), "later\n");
        Miss miss = Objects.requireNonNull(result.miss());
        both("one\n", "another\n", changed(miss, result.image()));
    }

    @Test
    void aNewFileWasNothingBefore() throws IOException {
        build();
        Files.writeString(context.resolve("www/new.html"), "new\n");
        Miss miss =
                engine.builds().explain(spec(), Progress.NONE).stream()
                        .map(Forecast::miss)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        ChangedFile changed = changed(miss, null);
        assertNull(changed.before());
        assertEquals("new\n", text(changed.after()));
    }

    private ChangedFile changed(Miss miss, @Nullable Descriptor made) throws IOException {
        return engine.builds()
                .changed(spec(), miss, miss.differing().getFirst(), made, Progress.NONE);
    }

    private static void both(String before, String after, ChangedFile changed) throws IOException {
        assertEquals(before, text(changed.before()));
        assertEquals(after, text(changed.after()));
    }

    private static String text(@Nullable CopiedFile file) throws IOException {
        assertNotNull(file);
        try (InputStream in = file.contents().open(file.entry(), 0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
