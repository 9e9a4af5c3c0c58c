package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The left rail: where one is, and what is always at hand. */
final class Rail extends VBox {
    private final ToggleButton images = new ToggleButton("Images");
    private final ToggleButton containers = new ToggleButton("Containers");
    private final ToggleButton builds = new ToggleButton("Builds");
    private final ToggleButton compare = new ToggleButton("Compare");

    /** Where one can be. */
    enum Place {
        /** At images, or at one of them. */
        IMAGES,
        /** At containers, or at one of them. */
        CONTAINERS,
        /** At builds, or at one of them. */
        BUILDS,
        /** At a comparison. */
        COMPARE
    }

    /** A rail on which the images are what is shown. */
    Rail(
            Runnable showImages,
            Runnable showContainers,
            Runnable showBuilds,
            Runnable showComparison,
            Act open,
            Act settings) {
        getStyleClass().add("rail");
        dress(images, Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        images.setTooltip(new Tooltip("Images of the store"));
        images.setSelected(true);
        images.setOnAction(
                event -> {
                    images.setSelected(true);
                    showImages.run();
                });
        dress(containers, Icons.of(MaterialDesignC.CUBE_OUTLINE));
        containers.setTooltip(new Tooltip("Containers, running and stopped"));
        containers.setOnAction(
                event -> {
                    containers.setSelected(true);
                    showContainers.run();
                });
        dress(builds, Icons.of(MaterialDesignH.HAMMER_WRENCH));
        builds.setTooltip(new Tooltip("Builds, and Dockerfiles to build"));
        builds.setOnAction(
                event -> {
                    builds.setSelected(true);
                    showBuilds.run();
                });
        dress(compare, Icons.of(MaterialDesignC.COMPARE));
        compare.setTooltip(new Tooltip("Compare two images"));
        compare.setOnAction(
                event -> {
                    compare.setSelected(true);
                    showComparison.run();
                });
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        Button cog = button("Settings", settings);
        cog.setId("open-settings");
        getChildren()
                .setAll(images, containers, builds, compare, button("Open", open), spacer, cog);
    }

    /** Marks where one is. */
    void show(Place place) {
        images.setSelected(place == Place.IMAGES);
        containers.setSelected(place == Place.CONTAINERS);
        builds.setSelected(place == Place.BUILDS);
        compare.setSelected(place == Place.COMPARE);
    }

    /** Shows icons only. */
    void setNarrow(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }

    private static Button button(String words, Act act) {
        Button button = new Button(words);
        dress(button, Icons.of(act.icon()));
        button.setTooltip(new Tooltip(act.tip()));
        button.setOnAction(event -> act.run().run());
        return button;
    }

    private static void dress(ButtonBase button, Node icon) {
        button.setGraphic(icon);
        button.getStyleClass().add("rail-item");
    }
}
