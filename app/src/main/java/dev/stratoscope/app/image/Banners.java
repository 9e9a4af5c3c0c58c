package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.view.Banner;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The notices above an image, the oldest on top, each with its cure. */
final class Banners extends VBox {
    Banners() {
        super(8);
        getStyleClass().add("banners");
        managedProperty().bind(Bindings.isNotEmpty(getChildren()));
    }

    /**
     * Adds a notice.
     *
     * @param cure the words of its button; null for none
     * @param action what the cure does
     */
    Banner add(Problem problem, @Nullable String cure, Runnable action) {
        Banner banner = new Banner(problem, cure, action, getChildren()::remove);
        getChildren().add(banner);
        return banner;
    }

    /** Asks whether something is to be done all the same; the answer takes the question away. */
    void ask(Problem problem, String answer, Runnable action) {
        Banner banner = add(problem, answer, () -> {});
        banner.warn();
        banner.say(
                problem,
                answer,
                () -> {
                    getChildren().remove(banner);
                    action.run();
                });
    }

    void clear() {
        getChildren().clear();
    }
}
