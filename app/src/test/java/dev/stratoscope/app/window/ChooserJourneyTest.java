package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.model.image.SeveralImagesException;

import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/** A person opens a file that holds several images. */
class ChooserJourneyTest extends WindowTest {

    @Test
    void severalImagesAreAskedForAndTheKeysAnswer() throws Exception {
        ImageTab tab = open(TestImages.two(engine));
        assertReads("two holds 2 images");
        assertEquals(SeveralImagesException.class, tab.failure().getClass());
        picture("chooser");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        quiet();
        assertReads("demo/other:1");
        assertNull(tab.failure());
    }

    @Test
    void theHeaderOffersTheOthersAndOpensThemBeside() throws Exception {
        open(TestImages.two(engine));
        robot.clickOn("Open");
        quiet();
        assertReads("demo/one:1");
        robot.clickOn("1 of 2");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        quiet();
        assertReads("demo/other:1");
        assertEquals(3, ((TabPane) find(".tab-strip")).getTabs().size(), "Images and two");
    }
}
