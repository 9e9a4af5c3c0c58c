package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** What was open is open again. */
final class SessionJourneyTest extends WindowTest {
    @Test
    void theNextWindowShowsWhatWasOpen() throws Exception {
        Path one = TestImages.layered(engine);
        Path gone = TestImages.damaged(engine);
        open(gone);
        ImageTab tab = open(one);
        look(tab, 1, Scope.UP_TO_HERE);
        onScreen(
                () -> {
                    tab.reveal(ByteString.of("srv/new.txt"));
                    tab.body().setScope(Scope.UP_TO_HERE);
                    return null;
                });
        quiet();
        closeAll();
        Files.delete(gone);
        startAgain();
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
        closeAll();
        startAgain();
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
        look(tab, 0, Scope.THIS_LAYER);
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

    private void closeAll() throws Exception {
        onScreen(
                () -> {
                    window.close();
                    return null;
                });
        quiet();
    }

    private void startAgain() throws Exception {
        showAnother(Settings.read(engine.home()));
        onScreen(
                () -> {
                    window.restore();
                    return null;
                });
        quiet();
    }
}
