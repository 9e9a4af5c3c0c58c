package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/** What a person does to find a path. */
final class FilterJourneyTest extends WindowTest {

    @Test
    void regularExpressionIsFoundInWholePaths() throws Exception {
        open(TestImages.layered(engine));
        robot.clickOn("#regex");
        search("^/etc/m.*d$");
        quiet();
        assertEquals(2, rows(), "etc and its motd");
        assertReads("1 path matches ^/etc/m.*d$");
    }

    @Test
    void whatIsNoRegularExpressionIsSaidAndTheRowsStay() throws Exception {
        open(TestImages.layered(engine));
        int before = rows();
        robot.clickOn("#regex");
        search("(unclosed");
        quiet();
        assertReads("No regular expression: unclosed group");
        assertEquals(before, rows());
        picture("regex-invalid");
        robot.push(KeyCode.ESCAPE);
        quiet();
        assertFalse(reads("No regular expression"));
    }

    @Test
    void whatALayerDeletedIsFoundFromTheFirstView() throws Exception {
        open(TestImages.layered(engine));
        search("left.log");
        quiet();
        assertEquals(0, rows());
        assertReads("No path of the image has “left.log” in its name.");
        assertReads("1 match was deleted by a layer.");
        picture("hidden-match");
        robot.clickOn("#show-hidden");
        quiet();
        assertEquals(2, rows(), "tmp and its left.log");
        assertReads("removed by .wh.left.log");
    }

    @Test
    void matchesThatAreLeftOutAreOneClickAway() throws Exception {
        open(TestImages.layered(engine));
        search("*.*");
        quiet();
        assertReads("1 more match was deleted by a layer.");
        robot.clickOn(words("Show"));
        quiet();
        assertTrue(reads("left.log"));
    }

    @Test
    void sizesAndOwnersAreAskedForInAPopup() throws Exception {
        open(TestImages.layered(engine));
        robot.clickOn("#facts");
        robot.clickOn("#larger-than").write("1k");
        quiet();
        assertReads("No path of the image is larger than 1.00 kB. 1 match was deleted by a layer.");
        robot.clickOn("#larger-than").eraseText(2).write("13");
        quiet();
        assertTrue(words("Size, owner: 1 on").isVisible());
        assertEquals(2, rows(), "etc and its tool.conf");
        robot.clickOn("#owned-by").write("nobody");
        quiet();
        picture("facts");
        assertReads("No path of the image is larger than 13 B and owned by nobody.");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#clear-filters");
        quiet();
        assertTrue(words("Size, owner…").isVisible());
        assertEquals(3, rows());
    }

    @Test
    void nextAndPreviousMatchGoAround() throws Exception {
        open(TestImages.layered(engine));
        search("t");
        quiet();
        robot.push(KeyCode.ENTER);
        assertReads("Match 1 of 5");
        robot.push(KeyCode.ENTER);
        assertReads("Match 2 of 5");
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        assertReads("Match 5 of 5, from the end again");
        picture("find-next");
        robot.push(KeyCode.F3);
        assertReads("Match 1 of 5, from the top again");
        robot.push(KeyCode.DOWN);
        assertTrue(onScreen(() -> find(".file-table").isFocused()));
    }

    @Test
    void chosenKindsStayWhileTravelling() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        look(tab, 1, Scope.UP_TO_HERE);
        assertTrue(reads("left.log"));
        robot.clickOn(words("Deleted"));
        quiet();
        assertFalse(reads("left.log"));
        look(tab, 0, Scope.UP_TO_HERE);
        look(tab, 1, Scope.UP_TO_HERE);
        assertFalse(reads("left.log"));
    }

    @Test
    void foldersOpenAndCloseByKeys() throws Exception {
        open(TestImages.layered(engine));
        robot.clickOn(words("etc"));
        robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
        quiet();
        assertEquals(6, rows());
        robot.push(KeyCode.SHORTCUT, KeyCode.LEFT);
        quiet();
        assertEquals(3, rows());
        robot.write("*");
        quiet();
        assertEquals(5, rows());
    }

    @Test
    void theSearchCanBeClearedWithoutLosingTheSelection() throws Exception {
        open(TestImages.layered(engine));
        search("motd");
        quiet();
        robot.clickOn(words("motd"));
        robot.push(KeyCode.ESCAPE);
        quiet();
        assertEquals(5, rows(), "etc stays open, for its motd is selected");
        assertReads("/etc/motd");
    }

    private void search(String text) throws Exception {
        onScreen(
                () -> {
                    window.current().body().search();
                    return null;
                });
        robot.write(text);
    }

    private int rows() throws Exception {
        return onScreen(
                () -> ((TableView<?>) window.current().lookup(".file-table")).getItems().size());
    }
}
