package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.images.KeptImages;
import dev.stratoscope.model.image.StoreContents;

import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Stores of all sizes in windows of several, with pictures for people to look at. */
class ImagesPictureTest extends WindowTest {

    private void show(String name, double width, double height, StoreContents contents)
            throws Exception {
        quiet();
        onScreen(
                () -> {
                    window.getScene().getWindow().setWidth(width);
                    window.getScene().getWindow().setHeight(height);
                    window.images().show(contents);
                    return null;
                });
        quiet();
        picture("images-" + name + "-" + (int) width);
    }

    @Test
    void anEmptyStoreOffersWaysToStart() throws Exception {
        show("0", 800, 560, new StoreContents(List.of(), 0, 0, 0));
        assertReads("No images yet");
        assertTrue(find("#open-sample").isVisible());
        assertTrue(find("#prune-images").isDisabled());
    }

    @Test
    void aListIsAsHighAsItsRows() throws Exception {
        show("1", 1440, 900, new KeptImages(NOW).image("busybox:1", 14, "ADD box=2").contents());
        assertTrue(((Region) find(".image-table")).getHeight() < 100);
        show("8", 1440, 900, KeptImages.mockup(NOW));
        assertEquals(9, ((TableView<?>) find(".image-table")).getItems().size());
        assertFalse(find(".image-table .scroll-bar:vertical").isVisible());
    }

    @Test
    void manyImagesLeaveHalfOfTheRoomToTheMap() throws Exception {
        show("60", 1440, 900, KeptImages.many(NOW, 60));
        assertTrue(((Region) find(".sharing-map")).getHeight() > 300);
    }

    @Test
    void narrowWindowsFoldTheDetailsToAButton() throws Exception {
        show("8", 800, 560, KeptImages.mockup(NOW));
        assertFalse(find(".images-aside").isVisible());
        robot.clickOn("Details");
        quiet();
        assertTrue(find(".images-aside").isVisible());
        picture("images-8-details");
    }
}
