package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.view.Banner;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The notices above an image, the oldest on top, each with its cure. */
final class Banners extends VBox {
    Banners() {
        super(8);
        getStyleClass().add("banners");
    }

    /**
     * Adds a notice.
     *
     * @param cure the words of its button; null for none
     * @param action what the cure does
     */
    void add(Problem problem, @Nullable String cure, Runnable action) {
        Banner[] banner = new Banner[1];
        banner[0] = new Banner(problem, cure, action, () -> getChildren().remove(banner[0]));
        getChildren().add(banner[0]);
    }

    void clear() {
        getChildren().clear();
    }
}
