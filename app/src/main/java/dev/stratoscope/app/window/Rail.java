package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The left rail: where one is, and what is always at hand. */
final class Rail extends VBox {
    private final ToggleButton images = new ToggleButton("Images");

    Rail(Runnable showImages, Runnable open, Runnable theme) {
        getStyleClass().add("rail");
        dress(images, MaterialDesignL.LAYERS_OUTLINE);
        images.setSelected(true);
        images.setOnAction(
                event -> {
                    images.setSelected(true);
                    showImages.run();
                });
        Button file = new Button("Open");
        act(file, MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open a file (Ctrl+O)");
        file.setOnAction(event -> open.run());
        Button look = new Button("Theme");
        act(look, MaterialDesignT.THEME_LIGHT_DARK, "Switch between light and dark (Ctrl+T)");
        look.setOnAction(event -> theme.run());
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(images, file, spacer, look);
    }

    /** Shows icons only. */
    void setNarrow(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }

    private static void act(Button button, Ikon icon, String words) {
        dress(button, icon);
        button.setTooltip(new Tooltip(words));
    }

    private static void dress(ButtonBase button, Ikon icon) {
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().add("rail-item");
    }
}
