package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.container.terminal.TerminalView;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.model.container.Container;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TextArea;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds with RUN in a window, where this machine can; skipped by name where not. */
final class BuildRunJourneyTest extends BuildWindowTest {
    @AfterEach
    void removeContainers() throws IOException {
        for (Container each : engine.containers().list()) {
            each.remove(true);
        }
    }

    @Test
    void aCommandIsWatchedAndWhatItLeftIsAContainer() throws Exception {
        Path context = worker();
        onScreen(
                () -> {
                    Drop.files(window, context.resolve("Dockerfile"));
                    return null;
                });
        waitUntil(
                "the Dockerfile is shown",
                () ->
                        robot.lookup("#dockerfile-text")
                                .tryQueryAs(TextArea.class)
                                .filter(area -> area.getText().contains("FROM scratch"))
                                .isPresent());
        robot.clickOn("#start-build");
        waitUntil("it works", () -> state().equals("running"));
        waitUntil("a step runs", () -> begins("Running, line 8"));
        picture("build-running");
        waitUntil("a step failed", () -> state().equals("1 step failed"));
        picture("build-run-failed");
        resize(800, 560);
        picture("build-run-failed-800x560");
        resize(1440, 900);
        robot.clickOn("#failure-files");
        waitUntil("a container is shown", () -> window.tabs().page() instanceof ContainerTab);
        waitUntil("its layers are shown", () -> layers() > 2);
        picture("build-failed-state");
        assertEquals(1, engine.containers().list().size());
        backToBuild();
        robot.clickOn("#failure-shell");
        waitUntil("a shell waits", () -> written("#") || written("$"));
        robot.clickOn(find(".terminal"));
        robot.write("cat out.js\n");
        waitUntil("what the step wrote is there", () -> written("half"));
        picture("build-failed-shell");
        assertEquals(1, engine.containers().list().size(), "it is the same container");
    }

    @Test
    void aStoppedBuildKeepsWhatIsFinishedAndASecretStaysOne() throws Exception {
        Path context = worker();
        Files.writeString(folder.resolve("token"), "very-secret\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                FROM scratch
                COPY busybox /bin/busybox
                ENV PATH=/bin
                RUN ["busybox", "ln", "-s", "busybox", "/bin/sh"]
                RUN --mount=type=secret,id=token echo it is $(busybox cat /run/secrets/token)
                RUN busybox sleep 60
                """);
        onScreen(
                () -> {
                    Drop.files(window, context);
                    return null;
                });
        waitUntil(
                "the secret is asked for",
                () -> robot.lookup("#secret-token").tryQuery().isPresent());
        robot.clickOn("#secret-token");
        robot.write(folder.resolve("token").toString(), 0);
        robot.clickOn("#start-build");
        waitUntil("it sleeps", () -> begins("Running, line 6"));
        assertReads("it is ");
        assertFalse(reads("very-secret"), "the secret is blotted out");
        robot.clickOn("#stop-build");
        waitUntil("it stopped", () -> state().equals("stopped"));
        assertReads("finished steps stay in the cache");
        picture("build-stopped");
        edit("sleep 60", "sleep 0");
        robot.clickOn("#start-build");
        waitUntil("it was built", () -> state().equals("built"));
        assertTrue(begins("Cached, line 5"), "the finished steps were kept");
    }

    private boolean written(String words) {
        return robot.lookup(TerminalView.class::isInstance)
                .tryQueryAs(TerminalView.class)
                .map(
                        view ->
                                String.valueOf(
                                                view.queryAccessibleAttribute(
                                                        AccessibleAttribute.TEXT))
                                        .contains(words))
                .orElse(false);
    }

    private int layers() {
        return robot.lookup(LayerStack.class::isInstance)
                .tryQueryAs(LayerStack.class)
                .map(stack -> stack.getSteps().size())
                .orElse(0);
    }

    private boolean begins(String beginning) {
        return rows().stream().anyMatch(row -> spoken(row).startsWith(beginning));
    }

    private Path worker() throws Exception {
        assumeTrue(Files.isExecutable(BUSYBOX), "needs " + BUSYBOX);
        assumeTrue(
                engine.containers().runtimes().stream().anyMatch(each -> each.unfit() == null),
                "needs something that runs containers");
        Path context = Files.createDirectories(folder.resolve("worker"));
        Files.copy(BUSYBOX, context.resolve("busybox"));
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                FROM scratch AS base
                COPY busybox /bin/busybox
                ENV PATH=/bin
                RUN ["busybox", "ln", "-s", "busybox", "/bin/sh"]

                FROM base AS assets
                WORKDIR /src
                RUN for i in 1 2 3; do echo compiling part $i; busybox sleep 0.3; done
                RUN echo looking for the linker; echo half > out.js; echo sh: linker not found >&2; exit 127
                RUN echo never

                FROM base AS site
                COPY --from=assets /src /srv
                CMD ["busybox", "httpd", "-f"]
                """);
        return context;
    }
}
