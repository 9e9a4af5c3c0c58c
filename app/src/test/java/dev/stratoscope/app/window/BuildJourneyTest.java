package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assumptions.assumeTrue;


import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Builds with mouse and keys: drop, build, watch, open a middle step, break, fix, retry. */
final class BuildJourneyTest extends WindowTest {
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    @Test
    void aDroppedFolderIsBuiltBrokenAndMended() throws Exception {
        Path context = context();
        onScreen(
                () -> {
                    Drop.files(window, context);
                    return null;
                });
        waitUntil("the Dockerfile is shown", () -> area().getText().contains("FROM scratch"));
        waitUntil("its steps are planned", () -> rows() > 4);
        picture("build-before");
        robot.clickOn("#start-build");
        waitUntil("it was built", () -> state().equals("built"));
        picture("build-done");
    }

    private Path context() throws Exception {
        assumeTrue(Files.isExecutable(BUSYBOX), "needs " + BUSYBOX);
        Path context = Files.createDirectories(folder.resolve("site"));
        Files.copy(BUSYBOX, context.resolve("busybox"));
        Files.createDirectories(context.resolve("www"));
        Files.writeString(context.resolve("www/index.html"), "<h1>Hello</h1>\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                # What a small site needs
                ARG GREETING=hello
                FROM scratch AS tools
                COPY busybox /bin/busybox
                ENV PATH=/bin

                FROM tools AS site
                ARG GREETING
                WORKDIR /srv
                COPY www/ ./www/
                LABEL greeting="$GREETING"
                EXPOSE 80
                CMD busybox httpd -f -h /srv/www
                """);
        return context;
    }

    private TextArea area() {
        return robot.lookup("#dockerfile-text").tryQueryAs(TextArea.class).orElse(new TextArea());
    }

    private int rows() {
        return robot.lookup("#build-steps")
                .tryQueryAs(ListView.class)
                .map(list -> list.getItems().size())
                .orElse(0);
    }

    /** What the header of the build that is shown says; empty for nothing. */
    private String state() {
        return robot.lookup(".build-tab .state-pill")
                .<Label>tryQuery()
                .map(Label::getText)
                .orElse("");
    }
}
