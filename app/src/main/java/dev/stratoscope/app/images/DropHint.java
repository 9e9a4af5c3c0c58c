package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Says what can be dropped. */
final class DropHint extends HBox {
    DropHint() {
        getStyleClass().add("drop-hint");
        Label words = new Label("Drop an archive or a layout folder anywhere in this window.");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), words);
    }
}
