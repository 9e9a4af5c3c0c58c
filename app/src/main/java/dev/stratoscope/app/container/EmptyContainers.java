package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What stands in the place of the list while there is no container. */
final class EmptyContainers extends VBox {
    EmptyContainers(Runnable run) {
        getStyleClass().add("empty-state");
        Label title = new Label("No containers");
        title.getStyleClass().add("title");
        Label reason =
                new Label(
                        "A container is one writable layer on an image. Run one to see it write.");
        reason.getStyleClass().add("reason");
        Button button = new Button("Run an image…", Icons.of(MaterialDesignP.PLAY));
        button.setId("run-first");
        button.setOnAction(event -> run.run());
        getChildren().setAll(Icons.of(MaterialDesignC.CUBE_OUTLINE), title, reason, button);
    }
}
