package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What a person does with one image. */
final class ImageJourneyTest extends WindowTest {

    @Test
    void anEmptyStoreOffersToOpenTheSample() throws Exception {
        assertReads("No images yet");
        picture("start");
        robot.clickOn("#open-sample");
        quiet();
        assertReads("demo/layered:1");
        assertReads("2 of 2 layers indexed, 10 entries");
        assertReads("/etc/motd");
    }

    @Test
    void droppedArchiveOpensInATabAndIsAnnouncedBefore() throws Exception {
        Path image = TestImages.layered(engine);
        onScreen(
                () -> {
                    Drop.hover(window, image);
                    return null;
                });
        assertReads("Open layered.tar");
        picture("drop");
        onScreen(
                () -> {
                    Drop.files(window, image);
                    return null;
                });
        quiet();
        assertReads("demo/layered:1");
        assertFalse(find(".drop-overlay").isVisible());
    }

    @Test
    void openingTheSameFileTwiceShowsItsTab() throws Exception {
        Path image = TestImages.layered(engine);
        ImageTab first = open(image);
        assertEquals(first, open(image));
    }

    @Test
    void wholeImageIsShownFirst() throws Exception {
        open(TestImages.layered(engine));
        TableView<?> files = (TableView<?>) find(".file-table");
        assertEquals(3, files.getItems().size(), "etc srv tmp");
    }

    @Test
    void selectingALayerShowsWhatItChanged() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        LayerStack stack = tab.body().stack();
        look(tab, 1, Scope.UP_TO_HERE);
        assertEquals(2, stack.getSelected());
        assertReads("motd");
        assertReads("new.txt");
        assertReads("mode 0644 → 0600");
        assertReads("removed by .wh.left.log");
        picture("layer");
        robot.clickOn(stack);
        robot.push(KeyCode.HOME);
        quiet();
        assertEquals(0, stack.getSelected());
        assertFalse(reads("new.txt"), "the base has no new.txt");
    }

    @Test
    void emptyStepSaysThatItChangesNoFiles() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        onScreen(
                () -> {
                    tab.body().setScope(Scope.THIS_LAYER);
                    tab.body().stack().setSelected(1);
                    return null;
                });
        quiet();
        assertReads("This step changes no files. ENV COLOUR=blue only changes the config.");
    }

    @Test
    void selectingAFileShowsFactsContentAndTheLayersThatTouchedIt() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        look(tab, 1, Scope.UP_TO_HERE);
        robot.clickOn(name("motd"));
        quiet();
        assertReads("/etc/motd");
        assertReads("12 bytes");
        assertReads("-rw-r--r--");
        assertReads("0644");
        assertReads("hello again");
        assertReads("2 of 2");
        picture("file");
        robot.push(KeyCode.OPEN_BRACKET);
        quiet();
        assertReads("world");
    }

    @Test
    void foldersOpenByDoubleClickAndByKeys() throws Exception {
        open(TestImages.layered(engine));
        TableView<?> files = (TableView<?>) find(".file-table");
        clickTwice(name("etc"));
        assertEquals(5, files.getItems().size());
        robot.push(KeyCode.LEFT);
        quiet();
        assertEquals(3, files.getItems().size());
        robot.push(KeyCode.RIGHT);
        quiet();
        assertEquals(5, files.getItems().size());
    }

    @Test
    void searchingKeepsHitsWithTheFoldersAboveThem() throws Exception {
        open(TestImages.layered(engine));
        onScreen(
                () -> {
                    window.current().body().search();
                    return null;
                });
        robot.write("*.conf");
        waitUntil(
                "only etc and its tool.conf are left",
                () -> robot.lookup(".file-table").queryTableView().getItems().size() == 2);
        assertReads("tool.conf");
        robot.push(KeyCode.ESCAPE);
        waitUntil(
                "everything is back",
                () -> robot.lookup(".file-table").queryTableView().getItems().size() > 2);
    }

    @Test
    void historyRowSelectsItsStep() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        robot.clickOn(name("History"));
        quiet();
        picture("history");
        TableView<?> history = (TableView<?>) find(".history-table");
        assertEquals(4, history.getItems().size());
        assertReads("History");
        onScreen(
                () -> {
                    history.getSelectionModel().select(3);
                    return null;
                });
        quiet();
        assertEquals(0, tab.body().stack().getSelected());
    }

    @Test
    void inspectShowsDockersDocument() throws Exception {
        open(TestImages.layered(engine));
        robot.clickOn(name("Inspect"));
        quiet();
        picture("inspect");
        assertReads("RepoTags");
        assertReads("\"Id\"");
        assertReads("\"sha256:");
    }

    @Test
    void damagedLayerIsANoticeAndTheOthersStayUsable() throws Exception {
        ImageTab tab = open(TestImages.damaged(engine));
        assertReads("L1 of damaged.tar cannot be read");
        assertTrue(reads("Its diffID is "), "the notice says what differs");
        assertReads("L0 can be explored");
        picture("damaged");
        onScreen(
                () -> {
                    tab.body().selectLayer(0);
                    tab.body().setScope(Scope.UP_TO_HERE);
                    return null;
                });
        quiet();
        assertReads("etc");
    }

    @Test
    void foreignFileIsANoticeThatNamesItAndTheReason() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not an image at all");
        open(text);
        assertReads("notes.txt cannot be opened");
        assertReads("Not an image: neither tar, gzip, zstd, bzip2 nor xz");
        picture("foreign");
    }

    @Test
    void cancelStopsTheReadingWithinASecond() throws Exception {
        Path image = TestImages.slow(engine, 7L << 30);
        onScreen(() -> window.open(ImageSource.of(image)));
        waitUntil("the cancel button shows", () -> find("#cancel-job").getParent().isVisible());
        picture("indexing");
        robot.clickOn("#cancel-job");
        long begun = System.nanoTime();
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        assertTrue(System.nanoTime() - begun < 1_000_000_000L, "cancelled within a second");
        assertReads("was cancelled");
    }

    @Test
    void clickingAHeadSortsUpThenDownThenByNameAgain() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        look(tab, 0, Scope.UP_TO_HERE);
        assertEquals("etc tmp", topNames());
        clickHead(".file-table", "Size");
        assertEquals("etc tmp", topNames(), "etc is smaller");
        clickHead(".file-table", "Size");
        assertEquals("tmp etc", topNames());
        clickHead(".file-table", "Size");
        assertEquals("etc tmp", topNames());
    }

    @Test
    void whatWasCancelledCanBeTriedAgain() throws Exception {
        Path image = TestImages.slow(engine, 7L << 30);
        onScreen(() -> window.open(ImageSource.of(image)));
        waitUntil("the cancel button shows", () -> find("#cancel-job").getParent().isVisible());
        robot.clickOn("#cancel-job");
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        Files.delete(image);
        robot.clickOn(name("Try again"));
        quiet();
        assertReads("slow.tar cannot be opened");
        assertReads("there is no such file");
    }

    @Test
    void closingATabStopsItsWork() throws Exception {
        Path image = TestImages.slow(engine, 7L << 30);
        onScreen(() -> window.open(ImageSource.of(image)));
        waitUntil("the cancel button shows", () -> find("#cancel-job").getParent().isVisible());
        onScreen(
                () -> {
                    window.closeCurrent();
                    return null;
                });
        long begun = System.nanoTime();
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        assertTrue(System.nanoTime() - begun < 1_000_000_000L, "stopped within a second");
        assertReads("No images yet");
    }

    @Test
    void themeIsSwitchedByItsKeys() throws Exception {
        var before = onScreen(() -> window.getScene().getStylesheets().getLast());
        robot.push(KeyCode.CONTROL, KeyCode.T);
        quiet();
        assertFalse(before.equals(onScreen(() -> window.getScene().getStylesheets().getLast())));
    }

    /** The names of the files shown, as far as folders are closed. */
    private String topNames() throws Exception {
        return onScreen(
                () ->
                        robot.lookup(".file-table .name").queryAllAs(Labeled.class).stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                label -> label.localToScene(0, 0).getY()))
                                .map(Labeled::getText)
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.joining(" ")));
    }

    /** The node that carries exactly these words. */
    private Node name(String words) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Labeled labeled
                                        && words.equals(labeled.getText())
                                        && node.isVisible())
                .query();
    }

    /** Selects a layer and what is covered from it, and waits for its tree. */
    private void look(ImageTab tab, int layer, Scope scope) throws Exception {
        onScreen(
                () -> {
                    tab.body().selectLayer(layer);
                    tab.body().setScope(scope);
                    return null;
                });
        quiet();
    }
}
