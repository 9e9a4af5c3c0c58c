package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.view.stack.Scope;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a person does who has a mouse in the hand and never types. */
final class StoriesByMouseTest extends StoryTest {

    @Test
    void theBiggestFileLeadsToTheLineThatBroughtIt() throws Exception {
        openShop();
        picture("story-opened");
        clickHead(".file-table", "Size");
        clickHead(".file-table", "Size");
        robot.clickOn(
                robot.lookup(
                                (Node node) ->
                                        "Open and close folders".equals(node.getAccessibleText()))
                        .<Node>query());
        quiet();
        robot.clickOn(
                robot.lookup(".menu-item .label")
                        .match((Node node) -> "Expand all".equals(((Labeled) node).getText()))
                        .<Node>query());
        quiet();
        assertEquals("recommend.onnx", names().get(3), "srv, shop, models, and in there");
        robot.clickOn(row("recommend.onnx"));
        quiet();
        assertReads("/" + StoryImages.BIGGEST);
        assertReads("--chown=1000:1000 . .");
        pictures("story-biggest");
        robot.clickOn(find(".touch-row"));
        quiet();
        assertStep(SHOP);
        robot.clickOn(words("Dockerfile"));
        quiet();
        assertLit("COPY --chown=1000:1000 . .");
        pictures("story-line");
    }

    @Test
    void whatALayerDeletedIsLeftByItsChip() throws Exception {
        openShop();
        robot.clickOn(block(CLEANED));
        quiet();
        picture("story-layer");
        robot.clickOn(words("Added"));
        robot.clickOn(words("Modified"));
        robot.clickOn(words("Metadata"));
        quiet();
        assertListed(".env", "config.yml", "main_amd64_Packages");
        assertReads("removed by .wh..env");
        pictures("story-deleted");
        robot.clickOn(words("Added"));
        robot.clickOn(block(SHOP));
        quiet();
        robot.clickOn(row(".env"));
        quiet();
        assertReads("Hidden from L6 upwards");
        assertReads("The whiteout .wh..env in L6 removes it. Its 44 bytes still ship in L5.");
        pictures("story-hidden");
        robot.clickOn(words("Go to the whiteout"));
        quiet();
        assertStep(CLEANED);
        assertEquals(Scope.THIS_LAYER, onScreen(() -> stack.getScope()));
        assertReads("/srv/shop/.env");
        picture("story-whiteout");
    }

    @Test
    void aFileAppearsChangesAndVanishesAsTheThumbIsDragged() throws Exception {
        openShop();
        robot.moveTo(lane(12)).press(MouseButton.PRIMARY);
        robot.moveTo(lane(SETTINGS - 1));
        quiet();
        assertNotListed("config.yml");
        robot.moveTo(lane(SETTINGS));
        quiet();
        assertStep(SETTINGS);
        assertListed("config.yml");
        picture("story-appears");
        robot.moveTo(lane(SHOP)).release(MouseButton.PRIMARY);
        quiet();
        robot.clickOn(row("config.yml"));
        quiet();
        assertReads("mode 0644 → 0640");
        pictures("story-changes");
        wheel(1);
        assertStep(CLEANED);
        assertReads("removed by .wh.config.yml");
        picture("story-vanishes");
        wheel(-4);
        assertStep(SETTINGS - 1);
        assertNotListed("config.yml");
    }

    @Test
    void aFolderIsExtractedByItsMenu() throws Exception {
        openShop();
        Path to = extractTo();
        clickTwice(row("srv"));
        robot.rightClickOn(row("shop"));
        quiet();
        robot.clickOn(words("Extract…"));
        waitUntil("it is told", () -> reads("Extracted "));
        quiet();
        assertExtracted(to);
        pictures("story-extracted");
    }

    @Test
    void anOpeningIsCancelledTriedAgainAndLeftForAnother() throws Exception {
        Path slow = TestImages.slow(engine, 7L << 30);
        drop(slow);
        cancel();
        assertReads("Indexing slow.tar was cancelled");
        pictures("story-cancelled");
        robot.clickOn(words("Try again"));
        cancel();
        assertReads("Indexing slow.tar was cancelled");
        drop(StoryImages.shop(engine));
        quiet();
        assertReads("acme/shop:2.4");
        assertGone("was cancelled");
    }

    @Test
    void damagedArchivesAreToldOfAndWhatIsSoundIsShown() throws Exception {
        show(StoryImages.damaged(engine));
        assertReads("L4 of shop-damaged.tar cannot be read");
        pictures("story-damaged");
        robot.clickOn(words("Show L3"));
        quiet();
        assertStep(SETTINGS);
        assertListed("config.yml");
        picture("story-damaged-usable");
        robot.clickOn(block(CLEANED));
        quiet();
        picture("story-damaged-above");
        drop(StoryImages.cutOff(engine));
        quiet();
        pictures("story-cut-off");
        drop(Files.writeString(folder.resolve("invoice.pdf"), "%PDF-1.7 nothing of an image"));
        quiet();
        assertReads("invoice.pdf cannot be opened");
        pictures("story-foreign");
    }

    private void cancel() throws Exception {
        waitUntil("the work can be cancelled", () -> find("#cancel-job").getParent().isVisible());
        robot.clickOn("#cancel-job");
        waitUntil("no job runs", () -> jobs.running().isEmpty());
        quiet();
    }

    private void drop(Path image) throws Exception {
        onScreen(
                () -> {
                    Drop.files(window, image);
                    return null;
                });
    }

    /** Turns the wheel over the stack, which the headless robot cannot. */
    private void wheel(int notches) throws Exception {
        onScreen(
                () -> {
                    stack.fireEvent(
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    5,
                                    5,
                                    5,
                                    5,
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    0,
                                    40.0 * notches,
                                    0,
                                    40.0 * notches,
                                    40,
                                    40,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    null));
                    return null;
                });
        quiet();
    }

    private Point2D block(int step) throws Exception {
        return at(step, 40);
    }

    private Point2D lane(int step) throws Exception {
        return at(step, -22);
    }

    private Point2D at(int step, double x) throws Exception {
        return onScreen(
                () -> {
                    Node item =
                            (Node)
                                    stack.queryAccessibleAttribute(
                                            AccessibleAttribute.ITEM_AT_INDEX, step);
                    Bounds box = item.getBoundsInLocal();
                    return item.localToScreen(x, box.getHeight() / 2);
                });
    }
}
