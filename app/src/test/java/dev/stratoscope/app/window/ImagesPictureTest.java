package dev.stratoscope.app.window;

import dev.stratoscope.app.images.KeptImages;
import dev.stratoscope.model.image.StoreContents;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Pictures of stores of all sizes, for people to look at. */
class ImagesPictureTest extends WindowTest {
    private static final double[][] SIZES = {{1440, 900}, {1000, 700}, {940, 700}, {800, 560}};

    private void pictures(String name, StoreContents contents) throws Exception {
        quiet();
        for (double[] size : SIZES) {
            onScreen(
                    () -> {
                        window.getScene().getWindow().setWidth(size[0]);
                        window.getScene().getWindow().setHeight(size[1]);
                        window.images().show(contents);
                        return null;
                    });
            quiet();
            picture("images-" + name + "-" + (int) size[0]);
        }
    }

    @Test
    void emptyStore() throws Exception {
        pictures("0", new StoreContents(List.of(), 0, 0, 0));
    }

    @Test
    void oneImage() throws Exception {
        pictures("1", new KeptImages(NOW).image("busybox:1.35", 14, "ADD busybox=2.13").contents());
    }

    @Test
    void eightImages() throws Exception {
        pictures("8", KeptImages.mockup(NOW));
    }

    @Test
    void sixtyImages() throws Exception {
        pictures("60", KeptImages.many(NOW, 60));
    }
}
