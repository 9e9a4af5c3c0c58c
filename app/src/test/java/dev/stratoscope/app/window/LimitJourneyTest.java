package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Limits;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Callable;

/** What a person does whose image is larger than what is read unasked. */
final class LimitJourneyTest extends WindowTest {

    @Test
    void limitOfALayerIsNamedAndRaisedByAButton() throws Exception {
        limited(Limits.DEFAULT.with("entries", 4));
        open(TestImages.layered(engine));
        assertReads("2 layers of layered.tar cannot be read");
        assertReads("layer goes beyond the limit entries=4");
        assertEquals(1, robot.lookup(".banner").queryAll().size());
        picture("limit");
        robot.clickOn(button("Raise entries to 40"));
        quiet();
        assertReads("2 of 2 layers indexed, 10 entries");
    }

    @Test
    void limitOfTheWholeImageIsNamedAndRaisedByAButton() throws Exception {
        limited(Limits.DEFAULT.with("documentDepth", 1));
        open(TestImages.layered(engine));
        assertReads("cannot be opened");
        robot.clickOn(button("Raise documentDepth to 10"));
        quiet();
        assertReads("2 of 2 layers indexed, 10 entries");
    }

    /** Puts a window with narrower limits in the place of the other. */
    private void limited(Limits limits) throws Exception {
        engine = engine.with(limits);
        Callable<ImageSource> sample = () -> ImageSource.of(TestImages.layered(engine));
        onScreen(
                () -> {
                    var scene = window.getScene();
                    window.close();
                    window = new MainWindow(engine, jobs, Settings.DEFAULT, true, sample);
                    scene.setRoot(window);
                    window.applyTheme("light");
                    return null;
                });
    }

    private Node button(String words) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Button && words.equals(((Labeled) node).getText()))
                .query();
    }
}
