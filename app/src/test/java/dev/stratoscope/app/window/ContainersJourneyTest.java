package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.container.terminal.TerminalView;
import dev.stratoscope.model.container.Container;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Containers in the window, run for real where this machine can; skipped by name where not. */
class ContainersJourneyTest extends ContainerWindowTest {
    /** A command that does not end when it is asked to. */
    private static final String DEAF =
            "sh -c 'trap \"\" TERM; echo hello; echo oops >&2; sleep 100'";

    @BeforeEach
    void loadImage() throws Exception {
        loadTool();
        onScreen(
                () -> {
                    window.images().refresh();
                    return null;
                });
        quiet();
    }

    private ContainerTab show(Container container, String name) throws Exception {
        onScreen(
                () -> {
                    window.containers().openContainer(container.id(), name);
                    return null;
                });
        waitUntil("the container is seen", () -> !state().isEmpty());
        return onScreen(() -> (ContainerTab) window.tabs().selected().getContent());
    }

    private void part(String title) throws Exception {
        robot.clickOn(
                robot.lookup(".container-tab .lower-tab").queryAll().stream()
                        .filter(node -> node.getAccessibleText().strip().startsWith(title))
                        .findFirst()
                        .orElseThrow());
        quiet();
    }

    @Test
    void imageIsRunByTheFormFollowedAndKilledAsItDoesNotEnd() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.R);
        waitUntil("the form is shown", () -> robot.lookup("#run-start").tryQuery().isPresent());
        waitUntil("the image is known", () -> !find("#run-start").isDisabled());
        robot.clickOn("#run-name").write("bad name");
        assertReads("A name has letters, digits, _ . and - only");
        assertTrue(find("#run-start").isDisabled());
        robot.eraseText(8).write("talker");
        TextField command = robot.lookup("#run-command").queryAs(TextField.class);
        onScreen(
                () -> {
                    command.setText(DEAF);
                    return null;
                });
        String line = ((Label) find("#run-line")).getText();
        assertEquals("stratoscope run -d --name talker demo/tool:1 " + DEAF, line);
        robot.clickOn("#run-start");
        waitUntil("it runs", () -> state().equals("Running"));

        part("Log");
        waitUntil("what it wrote is shown", () -> reads("2 lines"));
        robot.clickOn("#container-stop");
        waitUntil("a way out is offered", () -> reads("talker has not ended yet"));
        robot.clickOn("Kill now");
        waitUntil("it is ended", () -> state().equals("Exited (137)"));
        quiet();
        assertFalse(reads("talker has not ended yet"));
    }

    @Test
    void shellIsTypedInto() throws Exception {
        Container sleeper = start("sleeper", "sleep", "100");
        show(sleeper, "sleeper");
        part("Terminal");
        waitUntil(
                "the shell asks",
                () -> robot.lookup(".terminal").tryQuery().isPresent() && screen().contains("#"));
        robot.clickOn(".terminal").write("echo $((6*7))").push(KeyCode.ENTER);
        waitUntil("it answers", () -> screen().contains("\n42"));
        robot.write("stty size").push(KeyCode.ENTER);
        waitUntil("its size is told", () -> screen().matches("(?s).*\n\\d+ \\d+\\s*\n.*"));
        assertFalse(screen().contains("\n24 80"), "the size of a terminal nobody sees");
        robot.write("exit").push(KeyCode.ENTER);
        waitUntil("it ends", () -> reads("ended with 0"));
    }

    /** What the header of the container that is shown says; empty for nothing. */
    private String state() {
        return robot.lookup(".container-tab .state-pill")
                .<Label>tryQuery()
                .map(Label::getText)
                .orElse("");
    }

    private String screen() {
        TerminalView view = robot.lookup(".terminal").queryAs(TerminalView.class);
        return String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void listIsUsedByKeys() throws Exception {
        start("first", "sleep", "100");
        Container second = start("second", "true");
        second.await();
        onScreen(
                () -> {
                    window.containers().showList();
                    return null;
                });
        waitUntil("both are listed", () -> reads("1 running, 1 stopped"));
        TableView<?> table = robot.lookup(".container-table").queryAs(TableView.class);
        robot.clickOn("#filter-containers").write("seco");
        waitUntil("one is left", () -> table.getItems().size() == 1);
        robot.push(KeyCode.ESCAPE);
        onScreen(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                    return null;
                });
        robot.clickOn(words("second"));
        robot.push(KeyCode.DELETE);
        waitUntil("it is asked", () -> reads("Remove second?"));
        robot.push(KeyCode.ENTER);
        waitUntil("it is gone", () -> table.getItems().size() == 1);
        assertEquals(1, engine.containers().list().size());
        robot.clickOn(words("first")).push(KeyCode.ENTER);
        waitUntil("its tab is shown", () -> state().equals("Running"));
    }

    @Test
    void containerIsRestartedAndRenamedByMouseAndRemovedFromItsTab() throws Exception {
        Container first =
                start("first", "sh", "-c", "trap 'exit 0' TERM; while true; do sleep 0.1; done");
        Instant before = first.state().startedAt();
        show(first, "first");
        robot.clickOn("#container-restart");
        waitUntil("it runs again", () -> !Objects.equals(before, startOf(first)));
        waitUntil("it is told", () -> state().equals("Running"));
        quiet();
        more("Rename…");
        waitUntil(
                "a name is asked for",
                () ->
                        robot.lookup("#container-name")
                                .tryQuery()
                                .map(Node::isFocused)
                                .orElse(false));
        onScreen(
                () -> {
                    ((TextField) find("#container-name")).setText("second");
                    return null;
                });
        robot.clickOn("Rename");
        waitUntil("it is told", () -> reads("Renamed first to second"));
        assertEquals("second", first.name());
        robot.clickOn("#undo");
        waitUntil("it has its name back", () -> window.tabs().selected().getText().equals("first"));
        robot.clickOn("#container-stop");
        waitUntil("it ended", () -> state().equals("Exited (0)"));
        assertTrue(find("#container-restart").isDisabled());
        quiet();
        more("Remove…");
        waitUntil("it is asked", () -> reads("It wrote nothing. Its image stays."));
        robot.clickOn(words("Remove first"));
        waitUntil("its tab goes with it", () -> state().isEmpty());
        assertEquals(0, engine.containers().list().size());
    }

    private static @Nullable Instant startOf(Container container) {
        try {
            return container.state().startedAt();
        } catch (IOException e) {
            return null;
        }
    }

    /** Chooses what the menu of the header offers. */
    private void more(String words) throws Exception {
        robot.clickOn("#more-acts");
        waitUntil(words + " is offered", () -> robot.lookup(words).tryQuery().isPresent());
        robot.clickOn(words);
    }

    @Test
    void imageThatAContainerIsMadeOfSaysSoAndLeadsThere() throws Exception {
        start("keeper", "true").await();
        onScreen(
                () -> {
                    window.containers().containersChanged();
                    return null;
                });
        waitUntil("it is counted", () -> reads("by keeper"));
        robot.clickOn(words("demo/tool")).push(KeyCode.DELETE);
        waitUntil("it is refused", () -> reads("The container keeper is made of it."));
        robot.clickOn("Show the container");
        waitUntil("it is shown", () -> state().equals("Exited (0)"));
    }

    @Test
    void terminalFollowsTheWindowKeepsWhatScrolledAwayAndCopiesAndPastes() throws Exception {
        Container sleeper = start("sleeper", "sleep", "100");
        show(sleeper, "sleeper");
        part("Terminal");
        waitUntil(
                "the shell asks",
                () -> robot.lookup(".terminal").tryQuery().isPresent() && screen().contains("#"));
        robot.clickOn(".terminal");
        type("stty size; echo told");
        waitUntil("its size is told", () -> screen().contains("\ntold"));
        String wide = size();
        resize(900, 600);
        type("stty size; echo again");
        waitUntil("its size is told again", () -> screen().contains("\nagain"));
        assertNotEquals(wide, size());
        type("seq 1 1000");
        waitUntil("all lines came", () -> screen().contains("\n1000\n"));
        assertFalse(screen().contains("\n17\n"));
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 60; i++) {
            robot.push(KeyCode.PAGE_UP);
        }
        robot.release(KeyCode.SHIFT);
        ScrollBar bar = robot.lookup(".terminal .scroll-bar").queryAs(ScrollBar.class);
        waitUntil("what scrolled away is there", () -> bar.getValue() == bar.getMin());
        assertTrue(bar.getMax() >= 950, "lines above: " + bar.getMax());
        type("printf '\\033[?2004h'; cat -v");
        waitUntil("it reads", () -> screen().contains("cat -v"));
        onScreen(
                () -> {
                    Clipboard.getSystemClipboard()
                            .setContent(Map.of(DataFormat.PLAIN_TEXT, "pasted"));
                    return null;
                });
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.V);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL).push(KeyCode.ENTER);
        waitUntil("it is marked as pasted", () -> screen().contains("^[[200~pasted^[[201~"));
        picture("container-terminal");
    }

    private void type(String line) {
        robot.write(line).push(KeyCode.ENTER);
    }

    /** The last thing that looks like the size of a terminal. */
    private String size() throws Exception {
        return onScreen(
                () ->
                        screen().lines()
                                .filter(line -> line.strip().matches("\\d+ \\d+"))
                                .reduce("", (before, last) -> last.strip()));
    }
}
