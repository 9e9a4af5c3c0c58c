package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.Act;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a person does with the palette of commands and files. */
final class PaletteJourneyTest extends WindowTest {
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
}
