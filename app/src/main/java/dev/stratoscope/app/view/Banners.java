package dev.stratoscope.app.view;

import dev.stratoscope.app.fx.Problem;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The notices above a view, the oldest on top, each with its cure. */
public final class Banners extends VBox {
    /** Without a notice. */
    public Banners() {
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
    public Banner add(Problem problem, @Nullable String cure, Runnable action) {
        Banner banner = new Banner(problem, cure, action, getChildren()::remove);
        getChildren().add(banner);
        return banner;
    }

    /**
     * Asks whether something is to be done all the same; the answer takes the question away.
     *
     * @return takes the question away unanswered
     */
    public Runnable ask(Problem problem, String answer, Runnable action) {
        Banner banner = add(problem, answer, () -> {});
        banner.warn();
        banner.say(
                problem,
                answer,
                () -> {
                    getChildren().remove(banner);
                    action.run();
                });
        return () -> getChildren().remove(banner);
    }

    /** Takes all away. */
    public void clear() {
        getChildren().clear();
    }
}
