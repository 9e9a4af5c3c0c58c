package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Icons;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The left rail: where one is, and what is always at hand. */
final class Rail extends VBox {
    private final ToggleButton home = new ToggleButton("Start");
    private final ToggleButton images = new ToggleButton("Images");

    Rail(Runnable showStart, Runnable open, Runnable theme) {
        getStyleClass().add("rail");
        ToggleGroup places = new ToggleGroup();
        place(home, MaterialDesignH.HOME_OUTLINE, places);
        place(images, MaterialDesignL.LAYERS_OUTLINE, places);
        home.setOnAction(event -> showStart.run());
        places.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null && before != null) {
                                before.setSelected(true);
                            }
                        });
        home.setSelected(true);
        Button file = new Button("Open");
        act(file, MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open a file (Ctrl+O)");
        file.setOnAction(event -> open.run());
        Button look = new Button("Theme");
        act(look, MaterialDesignT.THEME_LIGHT_DARK, "Switch between light and dark (Ctrl+T)");
        look.setOnAction(event -> theme.run());
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(home, images, file, spacer, look);
    }

    /** Whether the opened images are shown rather than the start page. */
    BooleanExpression imagesShown() {
        ReadOnlyBooleanProperty selected = images.selectedProperty();
        return selected;
    }

    /** Shows icons only. */
    void setNarrow(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }

    void showStart() {
        home.setSelected(true);
    }

    void showImages() {
        images.setSelected(true);
    }

    private static void place(ToggleButton button, Ikon icon, ToggleGroup group) {
        button.setToggleGroup(group);
        dress(button, icon);
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
