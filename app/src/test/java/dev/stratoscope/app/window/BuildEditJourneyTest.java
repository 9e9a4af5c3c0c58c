package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.build.BuildTab;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.model.image.Digest;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Dockerfile is edited, saved and exchanged; what missed is looked at; all of it by keys too. */
final class BuildEditJourneyTest extends BuildWindowTest {
    @Test
    void whatIsTypedIsSavedTakenBackAndNeverLostUnasked() throws Exception {
        Path context = context();
        Path file = context.resolve("Dockerfile");
        Files.writeString(context.resolve("Dockerfile.dev"), "FROM scratch\nLABEL for=dev\n");
        drop(context);
        robot.clickOn("#dockerfile-text");
        String first = text();
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write("LABEL typed=1");
        assertEquals("edited, not saved", hint());
        assertEquals(List.of(file.toString()), build().unsaved());
        for (int i = 0; i < 3 && !text().equals(first); i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertEquals(first, text(), "it is taken back");
        for (int i = 0; i < 3 && !text().endsWith("typed=1"); i++) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
        assertTrue(text().endsWith("typed=1"), "it is there again");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitUntil("it is saved", () -> hint().isEmpty());
        assertTrue(Files.readString(file).endsWith("LABEL typed=1"));

        Files.writeString(file, first);
        waitUntil("what others wrote is read", () -> area().getText().equals(first));
        robot.write("#");
        Files.writeString(file, first + "LABEL other=1\n");
        waitUntil("the change is told", () -> reads("Saving replaces what it wrote"));
        picture("build-changed-on-disk");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitUntil("it is saved", () -> hint().isEmpty());
        assertFalse(Files.readString(file).contains("other=1"), "saving replaces it, as was told");
        assertFalse(reads("Saving replaces what it wrote"));

        robot.write("#");
        choose("Dockerfile.dev");
        waitUntil("it asks", () -> robot.lookup("#unsaved-dialog").tryQuery().isPresent());
        robot.clickOn("Cancel");
        assertEquals(file, build().place().file());
        choose("Dockerfile.dev");
        waitUntil("it asks", () -> robot.lookup("#unsaved-dialog").tryQuery().isPresent());
        robot.clickOn("Leave and lose 1 edit");
        waitUntil("the other one is shown", () -> area().getText().contains("for=dev"));
        waitUntil("its steps are planned", () -> steps().getItems().size() == 3);
        assertEquals("Dockerfile.dev", build().place().file().getFileName().toString());

        robot.clickOn("#dockerfile-text");
        robot.write("#");
        robot.push(KeyCode.CONTROL, KeyCode.W);
        waitUntil("it asks", () -> robot.lookup("#unsaved-dialog").tryQuery().isPresent());
        robot.clickOn("Close and lose 1 edit");
        waitUntil("it is closed", () -> robot.lookup(".build-tab").tryQuery().isEmpty());
    }

    private void choose(String name) throws Exception {
        ComboBox<String> files = robot.lookup("#build-file").queryComboBox();
        assertTrue(onScreen(() -> files.getItems().contains(name)));
        onScreen(
                () -> {
                    files.setValue(name);
                    return null;
                });
    }

    @Test
    void whatMissedIsShownAsItWasAndAsItIsAndPastStepsOpen() throws Exception {
        Path context = context();
        hoverWith(context);
        waitUntil("dropping it builds it", () -> overlay().equals("Build site"));
        hoverWith(context.resolve("www"));
        waitUntil("dropping it opens it", () -> overlay().equals("Open www"));
        drop(context);
        robot.clickOn("#same-digest");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil("it was built", () -> state().equals("built"));
        Digest first = stored();
        onScreen(
                () -> {
                    robot.lookup("#ignore-cache").queryAs(CheckBox.class).fire();
                    return null;
                });
        robot.clickOn("#start-build");
        waitUntil("it was built anew", () -> built() == 2);
        assertEquals(first, stored(), "the same input gives the same digest");
        onScreen(
                () -> {
                    robot.lookup("#ignore-cache").queryAs(CheckBox.class).fire();
                    return null;
                });

        Files.writeString(context.resolve("www/index.html"), "<h1>Hello again</h1>\n");
        robot.clickOn("#start-build");
        waitUntil("it was built with another file", () -> built() == 3);
        selectStep("COPY www/");
        waitUntil("the step's files are told", () -> files().equals("1 file, 1 folder, 21 B"));
        robot.clickOn("#show-difference");
        waitUntil("both versions are shown", () -> reads("Hello again"));
        assertReads("<h1>Hello</h1>");
        quiet();
        picture("build-difference");
        robot.push(KeyCode.ESCAPE);
        waitUntil("the log is back", () -> find("#build-log").isVisible());
        robot.moveTo(words("1.98 MB"));
        waitUntil("a line lights its files", () -> files().equals("1 file, 1 folder, 1.98 MB"));
        assertTrue(
                rows().stream()
                        .anyMatch(row -> row.getPseudoClassStates().toString().contains("lit")));
        picture("build-hover");

        showAnother(Settings.DEFAULT);
        onScreen(
                () -> {
                    window.builds().showList();
                    return null;
                });
        waitUntil("the builds are listed", () -> builds().getItems().size() == 3);
        Node layers = steady(() -> robot.lookup("#record-steps .open-step").nth(3).query());
        robot.clickOn(layers);
        waitUntil("a step of a past build is an image", () -> window.current() != null);
        ImageTab image = onScreen(window::current);
        quiet();
        assertTrue(image != null && image.isComplete(), "it is read");
    }

    @Test
    void keysGoRoundAllPanesAndReachEveryAct() throws Exception {
        drop(context());
        List<String> round = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.F6);
            for (String pane :
                    List.of(".build-form", ".dockerfile-pane", ".build-log-pane", ".steps-pane")) {
                if (onScreen(() -> Focus.isIn(robot.lookup(pane).query()))) {
                    round.add(pane);
                }
            }
        }
        assertTrue(
                String.join(" ", round)
                        .contains(".build-form .dockerfile-pane .build-log-pane .steps-pane"),
                round.toString());
        robot.push(KeyCode.F2);
        assertTrue(onScreen(() -> area().isFocused()), "the finding has the caret");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        waitUntil("it is mended", () -> area().getText().contains("CMD [\"busybox\""));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        waitUntil("it tells what would rebuild", () -> state().endsWith("would rebuild"));
        picture("build-forecast");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil("it was built", () -> state().equals("built"));
        while (!onScreen(() -> steps().isFocused())) {
            robot.push(KeyCode.F6);
        }
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        waitUntil("the step is an image", () -> window.current() != null);
        resize(800, 560);
        backToBuild();
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.F6);
        }
        picture("build-800x560");
    }

    private void hoverWith(Path path) throws Exception {
        onScreen(
                () -> {
                    window.fireEvent(exit());
                    Drop.hoverAt(new Point2D(700, 400), window, path);
                    return null;
                });
    }

    private static DragEvent exit() {
        return new DragEvent(DragEvent.DRAG_EXITED, null, 0, 0, 0, 0, null, null, null, null);
    }

    private String overlay() {
        return robot.lookup(".drop-overlay .title").<Label>query().getText();
    }

    private String files() {
        return robot.lookup("#step-files .secondary").<Label>query().getText();
    }

    private int built() {
        try {
            return state().equals("running") ? -1 : engine.builds().history().size();
        } catch (java.io.IOException e) {
            return -1;
        }
    }

    private Digest stored() throws Exception {
        return engine.builds().history().getFirst().image();
    }

    private String text() throws Exception {
        return onScreen(() -> area().getText());
    }

    private BuildTab build() {
        return Stream.of(window.tabs().page())
                .filter(BuildTab.class::isInstance)
                .map(BuildTab.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
