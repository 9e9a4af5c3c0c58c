package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Fitting;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.Objects;

/** The top of the list of containers: how many there are, and the way to one more. */
final class ContainersHeader extends HBox {
    private final Fitting meta = new Fitting(12);

    /**
     * A header that counts nothing.
     *
     * @param run asks how an image is to be run
     */
    ContainersHeader(Runnable run) {
        getStyleClass().add("image-header");
        FontIcon icon = Icons.of(MaterialDesignC.CUBE_OUTLINE);
        icon.getStyleClass().add("subject-icon");
        Label subject = new Label("Containers");
        subject.getStyleClass().add("subject");
        meta.getStyleClass().add("header-meta");
        VBox words = new VBox(2, subject, meta);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button("Run…", Icons.of(MaterialDesignP.PLAY));
        button.getStyleClass().add("accent");
        button.setId("run-image");
        button.setTooltip(new Tooltip("Run an image of the store in a new container"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        getChildren().setAll(icon, words, button);
    }

    /** Counts. */
    void show(Listing listing) {
        int all = listing.containers().size();
        meta.getChildren().clear();
        Label count = new Label(all + (all == 1 ? " container" : " containers"));
        count.getStyleClass().add("strong");
        meta.addAfterLine(count);
        if (all > 0) {
            meta.addAfterLine(new Label(listing.words()));
            listing.containers().stream()
                    .map(Seen::obstacle)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(
                            why ->
                                    meta.addAfterLine(
                                            new Label("none can be started here: " + why)));
        }
    }
}
