package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stratoscope.app.view.files.FilesPane;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person does to have files of an image on the disk, by menu, by keys and by dragging. */
final class ExtractionJourneyTest extends FilesTest {
    @Test
    void aFolderIsExtractedByTheMenu() throws Exception {
        Path to = Files.createDirectory(folder.resolve("to"));
        answer(to);
        focus("etc");
        choose("Extract…");
        quiet();
        assertEquals("hello again\n", Files.readString(to.resolve("etc/motd")));
        assertEquals("colour = blue\n", Files.readString(to.resolve("etc/tool.conf")));
        assertEquals(List.of("Extracted 2 files, 1 folder, 26 B to " + to.resolve("etc")), notices);
    }

    @Test
    void whatALayerDeletedIsExtractedByKeysFromBelow() throws Exception {
        Path to = Files.createDirectory(folder.resolve("to"));
        answer(to);
        focus("left.log");
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        quiet();
        assertEquals(3000, Files.size(to.resolve("left.log")));
        assertEquals(List.of("Extracted 1 file, 3.00 kB to " + to.resolve("left.log")), notices);
    }

    @Test
    void whatIsThereAlreadyIsToldAndReplacedOnlyWhenAPersonSaysSo() throws Exception {
        Path to = Files.createDirectory(folder.resolve("to"));
        Files.writeString(to.resolve("motd"), "mine");
        answer(to);
        focus("motd");
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        quiet();
        assertReads("motd was not extracted");
        assertReads(to.resolve("motd") + " is there already. Nothing was changed.");
        assertEquals("mine", Files.readString(to.resolve("motd")));
        robot.clickOn(words("Replace"));
        quiet();
        assertEquals("hello again\n", Files.readString(to.resolve("motd")));
    }

    @Test
    void aFolderInTheWayOfAFileIsToldInWords() throws Exception {
        Path to = Files.createDirectory(folder.resolve("to"));
        Files.createDirectory(to.resolve("motd"));
        answer(to);
        focus("motd");
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        quiet();
        robot.clickOn(words("Merge and replace files"));
        quiet();
        assertReads("a folder is in the way of a file");
    }

    @Test
    void draggedRowsAreRealFilesUntilTheTabCloses() throws Exception {
        List<File> dragged = new ArrayList<>();
        FilesPane files =
                (FilesPane) robot.lookup(".file-table").query().getParent().getParent().getParent();
        onScreen(
                () -> {
                    files.tools().setDragging(dragged::addAll);
                    return null;
                });
        focus("etc");
        Node row = label("etc");
        onScreen(
                () -> {
                    row.fireEvent(mouse(row, MouseEvent.DRAG_DETECTED, 1));
                    return null;
                });
        quiet();
        assertEquals(1, dragged.size());
        Path etc = dragged.getFirst().toPath();
        assertEquals("hello again\n", Files.readString(etc.resolve("motd")));
        assertEquals(List.of(), notices, "what is there at once needs no words");
        onScreen(
                () -> {
                    window.closeCurrent();
                    return null;
                });
        quiet();
        assertFalse(Files.exists(etc.getParent().getParent()), "nothing stays behind");
    }

    private void answer(Path folder) throws Exception {
        onScreen(
                () -> {
                    tab.body().commands().setFolderChoice(title -> folder);
                    return null;
                });
    }
}
