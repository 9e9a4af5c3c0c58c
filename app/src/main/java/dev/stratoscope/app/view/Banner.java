package dev.stratoscope.app.view;

import dev.stratoscope.app.fx.Problem;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.Consumer;

/** What happened, why, and the cure as its first button. */
public final class Banner extends HBox {
    private final Label title = new Label();
    private final Label reason = new Label();
    private final Button cure = new Button();

    /**
     * A banner for a problem.
     *
     * @param words the words of the first button; null for none
     * @param action what the cure does
     * @param close takes the banner away
     */
    public Banner(
            Problem problem, @Nullable String words, Runnable action, Consumer<Banner> close) {
        getStyleClass().addAll("banner", "danger");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        reason.getStyleClass().add("reason");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        cure.setMinWidth(Region.USE_PREF_SIZE);
        cure.managedProperty().bind(cure.visibleProperty());
        VBox text = new VBox(2, title, reason);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button gone = Actions.icon(MaterialDesignC.CLOSE, "Close this message");
        gone.setOnAction(event -> close.accept(this));
        getChildren().setAll(Icons.of(MaterialDesignA.ALERT_CIRCLE), text, cure, gone);
        setFocusTraversable(true);
        say(problem, words, action);
    }

    /** Tells of what a person wanted so: nothing is wrong. */
    public void calm() {
        getStyleClass().remove("danger");
        getChildren().set(0, Icons.of(MaterialDesignC.CLOSE_CIRCLE_OUTLINE));
    }

    /** Asks before something is done. */
    public void warn() {
        getStyleClass().remove("danger");
        getStyleClass().add("warning");
        getChildren().set(0, Icons.of(MaterialDesignA.ALERT_OUTLINE));
    }

    /**
     * Tells of another problem instead, or of more of the same.
     *
     * @param words the words of the first button; null for none
     * @param action what the cure does
     */
    public void say(Problem problem, @Nullable String words, Runnable action) {
        title.setText(problem.title());
        reason.setText(problem.reason());
        cure.setText(words == null ? "" : words);
        cure.setVisible(words != null);
        cure.setOnAction(event -> action.run());
        setAccessibleText(problem.title() + ". " + problem.reason());
    }
}
