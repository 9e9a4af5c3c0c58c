package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/** What a person does who wants to know why a path is gone. */
final class HiddenPathJourneyTest extends WindowTest {

    @Test
    void pathHiddenFurtherUpLeadsToTheWhiteout() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        look(tab, 0, Scope.UP_TO_HERE);
        select("var");
        robot.push(KeyCode.RIGHT);
        quiet();
        select("left.log");
        assertReads("Hidden from L1 upwards");
        assertReads(
                "The whiteout .wh.left.log in L1 removes it. Its 4,200 bytes still ship in L0.");
        assertReads("removed by var/.wh.left.log");
        picture("hidden");
        robot.clickOn(button("Go to the whiteout"));
        quiet();
        assertEquals(1, tab.body().stack().getSelected());
        assertEquals(Scope.THIS_LAYER, tab.body().stack().scopeProperty().get());
        assertReads("/var/left.log");
        assertReads("removed by .wh.left.log");
        picture("whiteout");
    }

    @Test
    void reasonInTheListOfLayersLeadsToTheMarkerToo() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        look(tab, 1, Scope.UP_TO_HERE);
        select("index");
        assertReads("hidden by var/cache/.wh..wh..opq");
        robot.clickOn(
                robot.lookup(".touch-row .hyperlink")
                        .match((Node node) -> words(node).equals("Go to the opaque folder"))
                        .<Node>query());
        quiet();
        assertReads("/var/cache");
        assertFalse(find(".hidden-notice").isVisible(), "the folder itself is there");
    }

    @Test
    void whatReplacedAFolderIsNamedAndSelected() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        look(tab, 1, Scope.UP_TO_HERE);
        select("tool.so", "lib became a symlink");
        assertReads("lib became a symlink in L1. Its 2 bytes still ship in L0.");
        robot.clickOn(button("Go to what replaced it"));
        quiet();
        assertReads("usr/lib");
        assertReads("/lib");
    }

    @Test
    void searchGivesWayToTheMarker() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        look(tab, 0, Scope.UP_TO_HERE);
        onScreen(
                () -> {
                    tab.body().search();
                    return null;
                });
        robot.write("tool");
        waitUntil(
                "only lib and its tool.so are left",
                () -> robot.lookup(".file-table").queryTableView().getItems().size() == 2);
        select("tool.so");
        robot.clickOn(button("Go to what replaced it"));
        quiet();
        waitUntil("the link is selected", () -> reads("usr/lib"));
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    }

    private Node button(String words) {
        return robot.lookup(".hidden-notice .button")
                .match((Node node) -> words(node).equals(words) && node.isVisible())
                .query();
    }

    /** Selects the row of a name. */
    private void select(String name) throws Exception {
        robot.clickOn(
                robot.lookup(".file-table .name")
                        .match((Node node) -> words(node).equals(name) && node.isVisible())
                        .<Node>query());
        quiet();
    }

    /** Selects the row of a name that has some hint beside it. */
    private void select(String name, String hint) throws Exception {
        robot.clickOn(
                robot.lookup(".file-table .name")
                        .match(
                                (Node node) ->
                                        words(node).equals(name)
                                                && node
                                                        .getParent()
                                                        .getChildrenUnmodifiable()
                                                        .stream()
                                                        .anyMatch(n -> words(n).contains(hint)))
                        .<Node>query());
        quiet();
    }
}
