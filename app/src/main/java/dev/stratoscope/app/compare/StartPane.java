package dev.stratoscope.app.compare;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What stands in a comparison's place while a side is still to be chosen. */
final class StartPane extends VBox {
    StartPane(SubjectPicker picker) {
        getStyleClass().addAll("empty-state", "compare-start");
        Label title = new Label("Compare two images");
        title.getStyleClass().add("title");
        Label reason =
                new Label(
                        "See which layers belong together, which files differ and how, and what"
                                + " differs in the config.");
        reason.getStyleClass().add("reason");
        getChildren().setAll(Icons.of(MaterialDesignC.COMPARE), title, reason, picker);
    }
}
