package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** The window's manners: palette, way back, session, jobs, tabs, focus, size. */
class MannersJourneyTest extends WindowTest {

    @Test
    void noCommandIsOfferedTwice() throws Exception {
        open(TestImages.layered(engine));
        List<String> names =
                onScreen(() -> window.acts().stream().map(act -> act.name() + act.hint()).toList());
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void thePaletteGoesToALayerByKeyboard() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        type("layer l1");
        quiet();
        picture("palette");
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals(2, onScreen(() -> tab.body().stack().getSelected()));
        assertFalse(onScreen(this::paletteIsOpen));
        assertTrue(onScreen(() -> tab.body().stack().isFocused()), "the arrows move on from there");
    }

    @Test
    void thePaletteFindsAFileAndShowsItInTheTree() throws Exception {
        open(TestImages.layered(engine));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        type("/new.t");
        waitUntil("the file is found", () -> paletteNames().contains("srv/new.txt"));
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals("srv/new.txt", selectedPath());
    }

    @Test
    void thePaletteSwitchesTheTheme() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        type(">dark");
        robot.push(KeyCode.ENTER);
        quiet();
        assertTrue(onScreen(() -> window.getScene().getStylesheets().getLast().contains("dark")));
    }

    @Test
    void escTakesThePaletteAwayAndGivesTheKeyboardBack() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        Node stack = tab.body().stack();
        assertEquals(stack, onScreen(() -> window.getScene().getFocusOwner()), "after opening");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(onScreen(this::paletteIsOpen));
        robot.push(KeyCode.ESCAPE);
        assertFalse(onScreen(this::paletteIsOpen));
        assertEquals(stack, onScreen(() -> window.getScene().getFocusOwner()), "after Esc");
    }

    @Test
    void theKeysShownAreTheKeysThereAre() throws Exception {
        open(TestImages.layered(engine));
        robot.push(KeyCode.F1);
        quiet();
        assertReads("Keyboard shortcuts");
        assertReads("Go one layer up");
        picture("keys");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void backAndForwardGoWhereOneStayed() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        stay();
        onScreen(
                () -> {
                    tab.body().setScope(Scope.THIS_LAYER);
                    tab.body().selectLayer(0);
                    return null;
                });
        quiet();
        stay();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        quiet();
        assertEquals(Scope.WHOLE_IMAGE, onScreen(() -> tab.place().scope()));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        quiet();
        assertEquals(Scope.THIS_LAYER, onScreen(() -> tab.place().scope()));
        assertEquals(0, onScreen(() -> tab.place().step()));
    }

    @Test
    void whatIsOnlyPassedIsNoPlace() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        stay();
        onScreen(
                () -> {
                    for (int step : new int[] {0, 1, 3, 0}) {
                        tab.body().stack().setSelected(step);
                    }
                    return null;
                });
        stay();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        quiet();
        assertEquals(2, onScreen(() -> tab.place().step()), "the first place at once");
    }

    @Test
    void theNextWindowShowsWhatWasOpen() throws Exception {
        Path one = TestImages.layered(engine);
        Path gone = TestImages.damaged(engine);
        open(gone);
        ImageTab tab = open(one);
        onScreen(
                () -> {
                    tab.body().setScope(Scope.UP_TO_HERE);
                    tab.body().selectLayer(1);
                    return null;
                });
        quiet();
        onScreen(
                () -> {
                    tab.reveal(ByteString.of("srv/new.txt"));
                    tab.body().setScope(Scope.UP_TO_HERE);
                    return null;
                });
        quiet();
        onScreen(
                () -> {
                    window.close();
                    return null;
                });
        quiet();
        Files.delete(gone);
        showAnother(Settings.read(engine.home()));
        onScreen(
                () -> {
                    window.restore();
                    return null;
                });
        quiet();
        ImageTab again = onScreen(window::current);
        assertNotNull(again);
        assertEquals(ImageSource.of(one), again.source());
        assertEquals(Scope.UP_TO_HERE, onScreen(() -> again.place().scope()));
        assertEquals(2, onScreen(() -> again.place().step()));
        assertEquals("srv/new.txt", selectedPath());
        assertReads("is not there any more");
    }

    @Test
    void aTabOfTheLastSessionIsReadWhenItIsShown() throws Exception {
        open(TestImages.layered(engine));
        onScreen(
                () -> {
                    window.showImages();
                    return null;
                });
        quiet();
        onScreen(
                () -> {
                    window.close();
                    return null;
                });
        quiet();
        showAnother(Settings.read(engine.home()));
        onScreen(
                () -> {
                    window.restore();
                    return null;
                });
        quiet();
        assertEquals(1, onScreen(() -> window.tabs().all().size()));
        assertEquals("layered:1", onScreen(() -> window.tabs().all().getFirst().getText()));
        ImageTab tab = (ImageTab) onScreen(() -> window.tabs().all().getFirst().getContent());
        assertEquals("", onScreen(tab::summary), "nothing was read yet");
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        quiet();
        assertTrue(onScreen(tab::summary).startsWith("2 of 2 layers"));
    }

    @Test
    void aClosedTabIsReopenedWhereOneWas() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        onScreen(
                () -> {
                    tab.body().setScope(Scope.THIS_LAYER);
                    tab.body().selectLayer(0);
                    return null;
                });
        quiet();
        robot.push(KeyCode.CONTROL, KeyCode.W);
        quiet();
        assertEquals(0, onScreen(() -> window.tabs().all().size()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        quiet();
        ImageTab again = onScreen(window::current);
        assertNotNull(again);
        assertEquals(Scope.THIS_LAYER, onScreen(() -> again.place().scope()));
        assertEquals(0, onScreen(() -> again.place().step()));
    }

    @Test
    void everyJobIsListedWithItsCancel() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        onScreen(
                () -> {
                    jobs.start(Brief.of("Copying one"), p -> wait(p, held), r -> {}, end::set);
                    jobs.start(Brief.ofPaths("Counting"), p -> wait(p, held), r -> {}, e -> {});
                    jobs.start(Brief.quiet("Behind"), p -> wait(p, held), r -> {}, e -> {});
                    return null;
                });
        waitUntil("two are told of", () -> reads("2 jobs"));
        robot.push(KeyCode.F8);
        waitUntil("they are listed", () -> reads("Copying one") && reads("Counting"));
        assertFalse(reads("Behind"), "nobody asked for it");
        picture("jobs");
        onScreen(
                () -> {
                    robot.lookup(".job-row .button").queryButton().fire();
                    return null;
                });
        waitUntil("it is over", () -> end.get() != null);
        assertTrue(end.get() instanceof CancellationException);
        held.countDown();
        quiet();
    }

    @Test
    void aNoticeOffersItsActAndCtrlZTakesBack() throws Exception {
        List<String> done = new ArrayList<>();
        onScreen(
                () -> {
                    Notices.from(window.images())
                            .offerUndo("Removed a tag", () -> done.add("undo"));
                    Notices.from(window.images())
                            .say("Extracted 312 files", "Show folder", () -> done.add("show"));
                    return null;
                });
        assertReads("Extracted 312 files");
        picture("notices");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.clickOn("#notice-action");
        quiet();
        assertEquals(List.of("undo", "show"), done);
        assertFalse(reads("Extracted 312 files"));
    }

    @Test
    void atTwiceTheSizeTheWindowIsLaidOutInHalfTheRoom() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        quiet();
        assertEquals(720, onScreen(() -> tab.getWidth() + 48), 2);
        robot.clickOn("#open-settings");
        quiet();
        assertReads("Size of everything");
        picture("twice");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        quiet();
        assertEquals(1440, onScreen(() -> tab.getWidth() + 72), 2);
    }

    @Test
    void f6GoesRoundThePanes() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        List<Node> panes = onScreen(tab::panes);
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < panes.size() + 3; i++) {
            robot.push(KeyCode.F6);
            Integer at =
                    onScreen(
                            () -> {
                                for (int n = 0; n < panes.size(); n++) {
                                    if (Focus.isIn(panes.get(n))) {
                                        return n;
                                    }
                                }
                                return -1;
                            });
            if (!seen.contains(at)) {
                seen.add(at);
            }
        }
        for (int n = 0; n < 4; n++) {
            assertTrue(seen.contains(n), "pane " + n + " of " + seen);
        }
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        onScreen(
                () -> {
                    tab.showTelling();
                    return null;
                });
        quiet();
        List<String> nameless =
                onScreen(
                        () -> {
                            List<String> found = new ArrayList<>();
                            collectNameless(window, found);
                            return found;
                        });
        assertEquals(List.of(), nameless);
    }

    private static void collectNameless(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        String words =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl field -> field.getPromptText();
                    default -> null;
                };
        boolean named = node.getAccessibleText() != null || (words != null && !words.isEmpty());
        if (node.isFocusTraversable() && !named) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectNameless(child, found));
        }
    }

    private static String wait(Progress progress, CountDownLatch held) throws Exception {
        progress.child("Reading", 46_000_000).advance(18_400_000);
        while (held.getCount() > 0) {
            Thread.sleep(20);
            progress.advance(1000);
        }
        return "";
    }

    private boolean paletteIsOpen() {
        return robot.lookup("#palette-field").tryQuery().isPresent();
    }

    private List<String> paletteNames() {
        ListView<?> list = (ListView<?>) find("#palette-list");
        return list.getItems().stream().map(item -> ((Act) item).name()).toList();
    }

    private void type(String text) throws Exception {
        onScreen(
                () -> {
                    ((TextField) find("#palette-field")).setText(text);
                    return null;
                });
    }

    /** Long enough for a place to count. */
    private void stay() throws Exception {
        Thread.sleep(900);
        quiet();
    }

    private String selectedPath() throws Exception {
        TableView<?> files = (TableView<?>) find(".file-table");
        assertNotNull(onScreen(() -> files.getSelectionModel().getSelectedItem()));
        ImageTab tab = onScreen(window::current);
        assertNotNull(tab);
        return String.valueOf(onScreen(() -> tab.place().path()));
    }
}
