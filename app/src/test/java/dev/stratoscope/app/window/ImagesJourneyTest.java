package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.images.map.SharingMap;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a person does with the images of the store. */
class ImagesJourneyTest extends WindowTest {

    @BeforeEach
    void loadTwo() throws Exception {
        for (String name : List.of("demo/family:1", "demo/family:2")) {
            load(TestImages.member(engine, name));
        }
    }

    private void load(Path file) throws Exception {
        onScreen(
                () -> {
                    window.images().load(file);
                    return null;
                });
        quiet();
    }

    @Test
    void loadedImagesAreListedWithWhatTheyShare() throws Exception {
        assertEquals(List.of("1", "2"), column(1));
        assertReads("2 images,");
        assertReads("with 1 image");
        assertReads("linux/amd64");
        picture("images-loaded");
    }

    @Test
    void theFilterFindsTagsAndLabelsAndEscapeClearsIt() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("family:2");
        quiet();
        assertEquals(List.of("2"), column(1));
        robot.push(KeyCode.ESCAPE);
        robot.write("kind=family");
        quiet();
        assertEquals(List.of("1", "2"), column(1));
        robot.write("x");
        quiet();
        assertReads("Nothing matches");
        robot.clickOn("Clear the filter");
        quiet();
        assertEquals(List.of("1", "2"), column(1));
    }

    @Test
    void segmentsShowKindsOfImages() throws Exception {
        robot.clickOn("Dangling 0");
        quiet();
        assertEquals(List.of(), column(1));
        robot.clickOn("Unused 2");
        quiet();
        assertEquals(2, table().getItems().size());
    }

    @Test
    void aHeadSortsByItsColumn() throws Exception {
        clickHead(".image-table", "TAG");
        quiet();
        assertEquals(List.of("1", "2"), column(1));
        clickHead(".image-table", "TAG");
        quiet();
        assertEquals(List.of("2", "1"), column(1));
    }

    @Test
    void selectingARowLightsItInTheMapAndBack() throws Exception {
        robot.clickOn(cell("2"));
        quiet();
        SharingMap map = (SharingMap) find(".sharing-map");
        assertEquals("demo/family:2", selectedInMap(map));
        onScreen(
                () -> {
                    map.requestFocus();
                    return null;
                });
        robot.push(KeyCode.UP);
        quiet();
        assertEquals("demo/family:1", selectedInMap(map));
        assertEquals(0, table().getSelectionModel().getSelectedIndex());
    }

    @Test
    void enterOpensTheSelectedImageInATab() throws Exception {
        robot.clickOn(cell("2"));
        robot.push(KeyCode.ENTER);
        quiet();
        ImageTab tab = window.current();
        assertNotNull(tab);
        assertReads("demo/family:2");
        assertReads("2 of 2 layers indexed");
        robot.push(KeyCode.CONTROL, KeyCode.W);
        quiet();
        assertReads("2 images,");
    }

    @Test
    void anOpenImageIsInUseUntilItsTabIsClosed() throws Exception {
        robot.doubleClickOn(cell("1"));
        quiet();
        onScreen(
                () -> {
                    window.showImages();
                    return null;
                });
        quiet();
        assertTrue(button("In use 1").isVisible());
        onScreen(
                () -> {
                    window.close();
                    window.images().refresh();
                    return null;
                });
        quiet();
        assertTrue(button("In use 0").isVisible());
    }

    @Test
    void aNameIsGivenByKeysAndTakenAwayAndBack() throws Exception {
        robot.clickOn(cell("1"));
        robot.push(KeyCode.F2);
        quiet();
        TextField name = (TextField) find("#tag-name");
        assertEquals("demo/family:", name.getText());
        type(name, "demo/Family:9");
        assertTrue(reads("has upper case"));
        assertTrue(button("Tag").isDisabled());
        type(name, "demo/other:9");
        assertFalse(button("Tag").isDisabled());
        robot.clickOn(name);
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals(List.of("1", "9", "2"), column(1));

        robot.clickOn(cell("9"));
        robot.push(KeyCode.DELETE);
        quiet();
        assertEquals(List.of("1", "2"), column(1));
        assertReads("Removed the tag demo/other:9");
        picture("images-undo");
        robot.clickOn("#undo");
        quiet();
        assertEquals(List.of("1", "9", "2"), column(1));
    }

    @Test
    void theLastNameGoesOnlyAfterAQuestionThatNamesTheAmount() throws Exception {
        robot.clickOn(cell("2"));
        robot.push(KeyCode.DELETE);
        quiet();
        assertNotNull(labelled("Remove demo/family:2, free "));
        robot.push(KeyCode.ESCAPE);
        quiet();
        assertEquals(List.of("1", "2"), column(1));
        robot.push(KeyCode.DELETE);
        quiet();
        robot.clickOn(labelled("Remove demo/family:2, free "));
        quiet();
        assertEquals(List.of("1"), column(1));
        assertReads("Removed demo/family:2, freed ");
    }

    @Test
    void whatIsOpenIsNotRemovedAndSaysWhy() throws Exception {
        robot.clickOn(cell("1"));
        robot.push(KeyCode.ENTER);
        quiet();
        onScreen(
                () -> {
                    window.showImages();
                    return null;
                });
        quiet();
        robot.clickOn(cell("1"));
        robot.push(KeyCode.DELETE);
        quiet();
        assertReads("demo/family:1 cannot be removed");
        assertReads("It is open in this program or another; close it first.");
        picture("images-in-use");
    }

    @Test
    void whatIsOpenCanBeKept() throws Exception {
        open(TestImages.layered(engine));
        robot.clickOn("#keep-image");
        quiet();
        assertTrue(find("#keep-image").isDisabled());
        onScreen(
                () -> {
                    window.showImages();
                    return null;
                });
        quiet();
        assertReads("3 images,");
        assertReads("demo/layered");
    }

    @Test
    void aLastNameIsNotTakenWithoutAQuestionWhenTheOtherWentMeanwhile() throws Exception {
        engine.store().tag("demo/family:1", Reference.parse("demo/other:9"));
        onScreen(
                () -> {
                    window.images().refresh();
                    return null;
                });
        quiet();
        robot.clickOn(cell("1"));
        quiet();
        engine.store().remove("demo/other:9", false);
        robot.push(KeyCode.DELETE);
        quiet();
        assertReads("Is the only name of its image by now.");
        assertEquals(List.of("1", "2"), column(1));
    }

    @Test
    void pruneRemovesWhatHasNoName() throws Exception {
        engine.store().tag("demo/family:1", Reference.parse("demo/family:2"));
        onScreen(
                () -> {
                    window.images().refresh();
                    return null;
                });
        quiet();
        assertReads("1 dangling");
        robot.clickOn("#prune-images");
        quiet();
        robot.clickOn(labelled("Remove 1 image, free "));
        quiet();
        assertFalse(reads("1 dangling"));
        assertEquals(List.of("1", "2"), column(1));
        assertTrue(find("#prune-images").isDisabled());
    }

    @Test
    void anImageIsSavedWhereOneSays() throws Exception {
        Path file = folder.resolve("saved.tar");
        robot.clickOn(cell("1"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        quiet();
        type((TextField) find("#save-path"), folder.resolve("none").resolve("x").toString());
        assertTrue(reads("There is no folder"));
        type((TextField) find("#save-path"), file.toString());
        robot.clickOn(button("Save"));
        quiet();
        assertTrue(Files.size(file) > 60_000);
        assertReads("Saved demo/family:1 to ");
    }

    @Test
    void theMenuCopiesTheId() throws Exception {
        robot.rightClickOn(cell("1"));
        robot.clickOn("Copy ID");
        quiet();
        String id = engine.store().find("demo/family:1").id().toString();
        assertEquals(id, onScreen(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void whatCannotBeLoadedIsSaidAndNothingIsListed() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no image");
        load(file);
        assertReads("notes.txt cannot be loaded");
        assertEquals(List.of("1", "2"), column(1));
    }

    @Test
    void whatAnotherProgramLoadsIsThereWhenTheTabIsShownAgain() throws Exception {
        engine.store()
                .load(
                        ImageSource.of(TestImages.member(engine, "demo/later:3")),
                        null,
                        Progress.NONE);
        open(TestImages.layered(engine));
        onScreen(
                () -> {
                    window.showImages();
                    return null;
                });
        quiet();
        assertReads("3 images,");
    }

    private TableView<?> table() {
        return (TableView<?>) find(".image-table");
    }

    /** The words of a column as its cells read, from the top. */
    private List<String> column(int number) throws Exception {
        return onScreen(
                () ->
                        robot.lookup(".image-table .table-row-cell").queryAll().stream()
                                .filter(Node::isVisible)
                                .map(row -> (TableRow<?>) row)
                                .filter(row -> !row.isEmpty())
                                .sorted(Comparator.comparingInt(row -> row.getIndex()))
                                .map(row -> row.lookupAll(".table-cell").toArray(Node[]::new))
                                .map(cells -> ((Labeled) cells[number]).getText())
                                .collect(Collectors.toList()));
    }

    private Node cell(String text) {
        return robot.lookup(".image-table .table-cell")
                .match((Node node) -> node instanceof Labeled cell && text.equals(cell.getText()))
                .query();
    }

    private ButtonBase button(String words) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof ButtonBase each && words.equals(each.getText()))
                .queryAs(ButtonBase.class);
    }

    private Node labelled(String beginning) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Button each
                                        && each.getText() != null
                                        && each.getText().startsWith(beginning))
                .query();
    }

    private void type(TextField field, String text) throws Exception {
        onScreen(
                () -> {
                    field.setText(text);
                    return null;
                });
        quiet();
    }

    private String selectedInMap(SharingMap map) throws Exception {
        return onScreen(
                () -> {
                    var image = map.selectedProperty().get();
                    return image == null ? "" : image.names().getFirst().familiar();
                });
    }
}
