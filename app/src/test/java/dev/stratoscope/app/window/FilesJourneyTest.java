package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.cli.TreeListing;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.NoticeEvent;
import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.app.view.files.FileColumn;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a person does with the rows of the file tree, by menus, by keys and by dragging. */
final class FilesJourneyTest extends WindowTest {
    private final List<String> notices = new ArrayList<>();
    private ImageTab tab;
    private TableView<?> table;

    @BeforeEach
    void openImage() throws Exception {
        tab = open(TestImages.layered(engine));
        table = (TableView<?>) find(".file-table");
        onScreen(
                () -> {
                    window.getScene()
                            .addEventFilter(
                                    NoticeEvent.SAID, event -> notices.add(event.notice().words()));
                    tab.body().setScope(Scope.UP_TO_HERE);
                    tab.body().selectLayer(1);
                    return null;
                });
        quiet();
    }

    @Test
    void aColumnIsChosenByTheButtonOfTheHead() throws Exception {
        robot.clickOn("#choose-columns");
        robot.clickOn(words("Size change"));
        quiet();
        assertTrue(heads().contains("Size change"));
        assertTrue(
                robot.lookup((Node node) -> isLabel(node, "\u22123.00 kB")).tryQuery().isPresent());
        picture("columns");
        assertTrue(choice().has(FileColumn.GROWTH));
        clickHead(".file-table", "Size change");
        assertEquals("tmp", rowNames().getFirst(), "what shrank most comes first");
        clickHead(".file-table", "Size change");
        assertEquals("srv", rowNames().getFirst(), "what grew most comes first");
    }

    @Test
    void aColumnIsChosenByKeys() throws Exception {
        focus("motd");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        quiet();
        robot.push(KeyCode.ENTER);
        quiet();
        assertTrue(choice().has(FileColumn.CHANGE), "the first of the menu");
        assertTrue(
                robot.lookup((Node node) -> isLabel(node, "metadata only")).tryQuery().isPresent());
    }

    @Test
    void columnsGiveWayToNamesAndComeBack() throws Exception {
        assertEquals(List.of("Name", "Size", "Mode", "Owner", "Layer"), heads());
        setWidth(860);
        assertEquals(List.of("Name", "Size", "Owner", "Layer"), heads());
        setWidth(800);
        assertEquals(List.of("Name", "Size", "Layer"), heads());
        setWidth(1440);
        assertEquals(List.of("Name", "Size", "Mode", "Owner", "Layer"), heads());
        assertEquals(ColumnChoice.DEFAULT, choice());
    }

    @Test
    void columnsAreMovedButTheNameStaysFirst() throws Exception {
        onScreen(
                () -> {
                    moveFirst(table, "Layer");
                    return null;
                });
        quiet();
        assertEquals(List.of("Name", "Layer", "Size", "Mode", "Owner"), heads());
        assertEquals(FileColumn.LAYER, choice().columns().getFirst().what());
    }

    private static <S> void moveFirst(TableView<S> table, String head) {
        List<TableColumn<S, ?>> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparing(column -> !head.equals(column.getText())));
        table.getColumns().setAll(columns);
    }

    @Test
    void aChipSelectsItsLayer() throws Exception {
        onScreen(
                () -> {
                    tab.body().selectLayer(0);
                    tab.body().setScope(Scope.WHOLE_IMAGE);
                    return null;
                });
        quiet();
        Node chip =
                robot.lookup((Node node) -> isLabel(node, "L1") && isOf(node, "layer-chip"))
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
                    row.fireEvent(mouse(row, MouseEvent.DRAG_DETECTED));
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

    private void setWidth(double width) throws Exception {
        onScreen(
                () -> {
                    window.getScene().getWindow().setWidth(width);
                    return null;
                });
        quiet();
    }

    private ColumnChoice choice() throws Exception {
        return onScreen(() -> tab.body().columnsProperty().get());
    }

    private List<String> heads() throws Exception {
        return onScreen(
                () -> table.getVisibleLeafColumns().stream().map(head -> head.getText()).toList());
    }

    private List<String> rowNames() throws Exception {
        return onScreen(
                () ->
                        robot.lookup(".file-table .name").queryAllAs(Labeled.class).stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                label -> label.localToScene(0, 0).getY()))
                                .map(Labeled::getText)
                                .toList());
    }

    private void answer(Path folder) throws Exception {
        onScreen(
                () -> {
                    tab.body().commands().setFolderChoice(title -> folder);
                    return null;
                });
    }

    /** Opens the row's menu by keys and clicks an item. */
    private void choose(String item) throws Exception {
        robot.press(KeyCode.SHIFT).push(KeyCode.F10).release(KeyCode.SHIFT);
        quiet();
        robot.clickOn(words(item));
        quiet();
    }

    private void focus(String name) throws Exception {
        robot.clickOn(label(name));
        quiet();
    }

    private Node label(String name) {
        return robot.lookup((Node node) -> isLabel(node, name) && isOf(node, "name")).query();
    }

    private Node words(String text) {
        return robot.lookup((Node node) -> isLabel(node, text)).query();
    }

    private static boolean isLabel(Node node, String text) {
        return node instanceof Labeled labeled
                && text.equals(labeled.getText())
                && node.isVisible()
                && !isOf(node, "columns-button");
    }

    private static boolean isOf(Node node, String style) {
        return node.getStyleClass().contains(style);
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

    private static MouseEvent mouse(Node on, EventType<MouseEvent> type) {
        return new MouseEvent(
                on,
                on,
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }
}
