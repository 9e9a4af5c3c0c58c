package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Builds with mouse and keys: drop, build, watch, open a middle step, break, fix, retry. */
final class BuildJourneyTest extends BuildWindowTest {
    @Test
    void aDroppedFolderIsBuiltBrokenAndMended() throws Exception {
        Path context = context();
        drop(context);
        robot.clickOn("#start-build");
        waitUntil("it was built", () -> state().equals("built"));

        openStep("COPY busybox");
        waitUntil("the step is an image", () -> window.current() != null);
        ImageTab image = onScreen(window::current);
        assertTrue(image != null && image.source().built() != null);
        quiet();
        assertTrue(image.isComplete(), image.summary());
        backToBuild();

        edit("COPY www/ ./www/", "COPY ww/ ./www/");
        robot.clickOn("#start-build");
        waitUntil("a step failed", () -> state().equals("1 step failed"));
        waitUntil("it says so", () -> robot.lookup("#failure-callout").tryQuery().isPresent());
        picture("build-failed");

        edit("COPY ww/ ./www/", "COPY www/ ./www/");
        Files.writeString(context.resolve("www/index.html"), "<h1>Hello again</h1>\n");
        robot.clickOn("#retry-build");
        waitUntil("it was built again", () -> state().equals("built"));
        selectStep("COPY www/");
        picture("build-again");
        assertEquals("", hint(), "it is written as before");

        robot.clickOn("#explain-build");
        waitUntil("it tells what would rebuild", () -> state().equals("all cached"));
        robot.clickOn("Builds");
        waitUntil("the builds are listed", () -> builds().getItems().size() == 3);
        onScreen(
                () -> {
                    builds().getSelectionModel().selectIndices(0, 2);
                    return null;
                });
        waitUntil("two are compared", () -> compared().equals("1 step"));
        picture("builds");
    }

    @Test
    void whatCannotBeReadIsShownAtItsLineWhileTyping() throws Exception {
        drop(context());
        edit("EXPOSE 80", "EXPOZE 80");
        waitUntil("the error is told", () -> findings().equals("1 error"));
        picture("build-error");
        edit("EXPOZE 80", "EXPOSE 80");
        waitUntil("the finding is told", () -> findings().equals("1 finding"));
        robot.clickOn("#fix-finding");
        waitUntil("it is mended", () -> area().getText().contains("CMD [\"busybox\""));
    }
}
