package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.app.view.files.FileColumn;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a person does with the columns of the file tree. */
final class ColumnsJourneyTest extends FilesTest {
    @Test
    void aColumnIsChosenByTheButtonOfTheHead() throws Exception {
        robot.clickOn("#choose-columns");
        robot.clickOn(words("Size change"));
        quiet();
        assertTrue(heads().contains("Size change"));
        assertTrue(
                robot.lookup((Node node) -> carries(node, "\u22123.00 kB")).tryQuery().isPresent());
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
                robot.lookup((Node node) -> carries(node, "metadata only")).tryQuery().isPresent());
    }

    @Test
    void columnsGiveWayToNamesAndComeBack() throws Exception {
        assertEquals(List.of("Name", "Size", "Mode", "Owner", "Layer"), heads());
        setWidth(860);
        awaitHeads("Name", "Size", "Owner", "Layer");
        setWidth(1440);
        awaitHeads("Name", "Size", "Mode", "Owner", "Layer");
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

    private void setWidth(double width) throws Exception {
        onScreen(
                () -> {
                    window.getScene().getWindow().setWidth(width);
                    return null;
                });
        quiet();
    }

    private void awaitHeads(String... wanted) throws Exception {
        waitUntil("the columns have given way", () -> List.of(wanted).equals(shownHeads()));
    }

    private ColumnChoice choice() throws Exception {
        return onScreen(() -> tab.body().columnsProperty().get());
    }

    private List<String> heads() throws Exception {
        return onScreen(this::shownHeads);
    }

    private List<String> shownHeads() {
        return table.getVisibleLeafColumns().stream().map(head -> head.getText()).toList();
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
}
