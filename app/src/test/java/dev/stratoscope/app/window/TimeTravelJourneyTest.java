package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.task.Progress;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.Test;

/** What a person does to see the file system as it was, and who shares it, by mouse and by keys. */
final class TimeTravelJourneyTest extends WindowTest {

    @Test
    void filesAppearChangeAndVanishAsKeysTravel() throws Exception {
        LayerStack stack = open(TestImages.hidden(engine)).body().stack();
        robot.clickOn(stack);
        robot.push(KeyCode.HOME);
        quiet();
        openFolders();
        assertReads("left.log");
        assertFalse(reads("new"), "the cache has no new file yet");
        assertFalse(reads("removed by"), "nothing is removed yet");
        robot.interact(stack::requestFocus);
        robot.push(KeyCode.UP);
        quiet();
        assertEquals(1, stack.getSelected());
        assertReads("left.log");
        assertReads("removed by .wh.left.log");
        assertReads("new");
        robot.push(KeyCode.END);
        quiet();
        assertFalse(reads("left.log"), "a path that is gone is no change of the layer above");
        assertReads("motd");
        picture("travel");
    }

    @Test
    void theTreeFollowsAThumbThatIsDragged() throws Exception {
        LayerStack stack = open(TestImages.hidden(engine)).body().stack();
        robot.moveTo(lane(stack, 2)).press(MouseButton.PRIMARY);
        quiet();
        assertFalse(reads("left.log"));
        robot.moveTo(lane(stack, 1));
        quiet();
        assertEquals(1, stack.getSelected());
        assertReads("removed by .wh.left.log");
        robot.moveTo(lane(stack, 0)).release(MouseButton.PRIMARY);
        quiet();
        assertEquals(0, stack.getSelected());
        assertFalse(reads("removed by"));
    }

    @Test
    void twoLayersAreComparedByKeysAndTheComparisonEnds() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        LayerStack stack = tab.body().stack();
        robot.clickOn(stack).push(KeyCode.END);
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        quiet();
        assertEquals(Scope.COMPARED_WITH, stack.getScope());
        assertReads("From L0 to L2");
        assertReads("what the layers above L0 up to L2 did");
        assertReads("left.log");
        assertReads("motd");
        picture("compared");
        robot.press(KeyCode.SHIFT).push(KeyCode.UP).release(KeyCode.SHIFT);
        quiet();
        assertReads("From L1 to L2");
        assertEquals(2, robot.lookup(".file-table").queryTableView().getItems().size());
        robot.clickOn(stack.getScene().lookup(".compared-bar .button"));
        quiet();
        assertEquals(Scope.UP_TO_HERE, stack.getScope());
        assertFalse(find(".compared-bar").isVisible());
    }

    @Test
    void theFourthSegmentComparesWithTheLayerBelow() throws Exception {
        LayerStack stack = open(TestImages.hidden(engine)).body().stack();
        robot.clickOn("Compared with…");
        quiet();
        assertReads("From L1 to L2");
        assertEquals(1, stack.getCompared());
    }

    @Test
    void theMenuOfABlockActsOnThatBlock() throws Exception {
        ImageTab tab = open(TestImages.hidden(engine));
        LayerStack stack = tab.body().stack();
        robot.clickOn(stack).push(KeyCode.HOME);
        quiet();
        robot.rightClickOn(block(stack, 1));
        quiet();
        picture("step-menu");
        robot.clickOn("Compare with selected (L0)");
        quiet();
        assertReads("From L0 to L1");
        robot.rightClickOn(block(stack, 2));
        quiet();
        robot.clickOn("Copy digest (diffID)");
        assertEquals(
                stack.getSteps().get(2).diffId(),
                onScreen(() -> Clipboard.getSystemClipboard().getString()));
        robot.rightClickOn(block(stack, 2));
        quiet();
        robot.clickOn("Show in History");
        quiet();
        assertEquals(2, stack.getSelected());
        TableView<?> history = (TableView<?>) find(".history-table");
        assertEquals(0, history.getSelectionModel().getSelectedIndex());
    }

    @Test
    void layersTellWhichImagesOfTheStoreHaveThem() throws Exception {
        for (String name : new String[] {"demo/family:1", "demo/family:2"}) {
            engine.store()
                    .load(ImageSource.of(TestImages.member(engine, name)), null, Progress.NONE);
        }
        LayerStack first = open(TestImages.member(engine, "demo/family:3")).body().stack();
        assertTrue(spoken(first, 0).endsWith("in 3 images"), spoken(first, 0));
        assertFalse(spoken(first, 1).contains("images"), spoken(first, 1));
        engine.store()
                .load(ImageSource.of(TestImages.base(engine, "demo/base:1")), null, Progress.NONE);
        LayerStack second = open(TestImages.member(engine, "demo/family:4")).body().stack();
        assertTrue(spoken(second, 0).endsWith("in 4 images, base"), spoken(second, 0));
        assertFalse(spoken(second, 1).contains("base,"), spoken(second, 1));
        onScreen(
                () -> {
                    second.requestFocus();
                    second.setSelected(0);
                    return null;
                });
        robot.push(KeyCode.I);
        quiet();
        picture("shares");
    }

    @Test
    void aDamagedLayerLeavesTravelBelowIt() throws Exception {
        LayerStack stack = open(TestImages.damaged(engine)).body().stack();
        robot.clickOn(stack).push(KeyCode.HOME);
        quiet();
        assertReads("etc");
        robot.push(KeyCode.END);
        quiet();
        assertReads("L1 cannot be read, so the tree from there upwards is not known.");
        robot.push(KeyCode.HOME);
        quiet();
        assertReads("etc");
    }

    private void openFolders() throws Exception {
        TableView<?> files = (TableView<?>) find(".file-table");
        robot.interact(() -> files.getSelectionModel().selectLast());
        robot.interact(files::requestFocus);
        robot.push(KeyCode.RIGHT);
        quiet();
    }

    private String spoken(LayerStack stack, int index) throws Exception {
        return onScreen(
                () ->
                        String.valueOf(
                                item(stack, index)
                                        .queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private static Node item(LayerStack stack, int index) {
        return (Node) stack.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, index);
    }

    private Point2D block(LayerStack stack, int index) throws Exception {
        return onScreen(
                () -> {
                    Bounds box = item(stack, index).getBoundsInLocal();
                    return item(stack, index)
                            .localToScreen(box.getWidth() / 3, box.getHeight() / 2);
                });
    }

    private Point2D lane(LayerStack stack, int index) throws Exception {
        return onScreen(
                () -> {
                    Bounds box = item(stack, index).getBoundsInLocal();
                    return item(stack, index).localToScreen(-22, box.getHeight() / 2);
                });
    }
}
