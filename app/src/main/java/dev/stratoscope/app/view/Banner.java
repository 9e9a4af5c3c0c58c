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

/** What happened, why, and the cure as its first button. */
public final class Banner extends HBox {
    /**
     * A banner for a problem.
     *
     * @param cure the words of the first button; null for none
     * @param action what the cure does
     * @param close takes the banner away
     */
    public Banner(Problem problem, @Nullable String cure, Runnable action, Runnable close) {
        getStyleClass().addAll("banner", "danger");
        Label title = new Label(problem.title());
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label reason = new Label(problem.reason());
        reason.getStyleClass().add("reason");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, title, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Icons.of(MaterialDesignA.ALERT_CIRCLE), words);
        if (cure != null) {
            Button button = new Button(cure);
            button.setOnAction(event -> action.run());
            button.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(button);
        }
        Button gone = Actions.icon(MaterialDesignC.CLOSE, "Close this message");
        gone.setOnAction(event -> close.run());
        getChildren().add(gone);
        setAccessibleText(problem.title() + ". " + problem.reason());
        setFocusTraversable(true);
    }
}
