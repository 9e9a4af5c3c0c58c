package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.cli.TreeListing;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a person does with the rows of the file tree, by menus and by keys. */
final class FilesJourneyTest extends FilesTest {
    @Test
    void aChipSelectsItsLayer() throws Exception {
        look(tab, 0, Scope.WHOLE_IMAGE);
        Node chip =
                robot.lookup((Node node) -> carries(node, "L1") && isOf(node, "layer-chip"))
                        .query();
        robot.clickOn(chip);
        quiet();
        assertEquals(2, tab.body().stack().getSelected());
    }

    @Test
    void severalRowsAreCopiedAsTheCommandLineListsThem() throws Exception {
        focus("motd");
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        quiet();
        assertReads("2 selected, 26 B");
        choose("Copy as JSON");
        String listed = listed();
        String copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertEquals(2, copied.lines().count());
        copied.lines().forEach(line -> assertTrue(listed.contains(line + "\n"), line));
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals(
                "/etc/motd\n/etc/tool.conf",
                onScreen(() -> Clipboard.getSystemClipboard().getString()));
        choose("Copy as text");
        assertTrue(
                onScreen(() -> Clipboard.getSystemClipboard().getString())
                        .startsWith("/etc/motd\t12 B\t-rw-r--r--\t0:0\tL1\n"));
    }

    @Test
    void spaceLooksIntoAFileAndArrowsGoOn() throws Exception {
        focus("motd");
        robot.push(KeyCode.SPACE);
        quiet();
        assertTrue(isLooking());
        assertEquals("motd", lookedAt());
        robot.push(KeyCode.DOWN);
        quiet();
        assertEquals("tool.conf", lookedAt());
        robot.push(KeyCode.SPACE);
        quiet();
        assertFalse(isLooking());
        robot.push(KeyCode.ENTER);
        quiet();
        assertTrue(isLooking(), "Enter looks into a file");
        robot.push(KeyCode.ESCAPE);
        quiet();
        assertFalse(isLooking());
    }

    @Test
    void thePathAboveTheTreeLeadsToItsFolders() throws Exception {
        focus("motd");
        robot.clickOn(words("etc/"));
        quiet();
        assertEquals("etc", selectedName());
        robot.clickOn(words("/"));
        quiet();
        assertEquals(
                0, (int) onScreen(() -> table.getSelectionModel().getSelectedIndices().size()));
    }

    @Test
    void theMenuFoldsAndUnfoldsAllBelow() throws Exception {
        int before = table.getItems().size();
        focus("etc");
        choose("Collapse all below");
        quiet();
        assertEquals(before - 2, table.getItems().size());
        choose("Expand all below");
        quiet();
        assertEquals(before, table.getItems().size());
    }

    private boolean isLooking() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".quick-look").tryQuery().filter(Node::isVisible).isPresent();
    }

    private String lookedAt() throws Exception {
        return onScreen(() -> ((Labeled) robot.lookup(".quick-look .title").query()).getText());
    }

    private String selectedName() throws Exception {
        return onScreen(
                () ->
                        ((Labeled)
                                        robot.lookup(".file-table .table-row-cell:selected .name")
                                                .query())
                                .getText());
    }

    private String listed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageSource source = tab.source();
        try (OpenImage image = engine.open(source, null, Progress.NONE)) {
            new TreeListing(image, TreeListing.View.upTo(1), false, Progress.NONE).writeJson(out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
