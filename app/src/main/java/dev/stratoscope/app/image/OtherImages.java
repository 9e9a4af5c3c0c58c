package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.ImageChooser;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.ListedImage;

import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.stage.Popup;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.function.Consumer;

/** A button that offers what else a container holds; hidden where that is nothing. */
final class OtherImages extends Button {
    private final String file;

    OtherImages(String file) {
        this.file = file;
        setGraphic(Icons.of(MaterialDesignC.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("What else " + file + " holds"));
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /**
     * Offers what stands beside an image, and what is attached to it.
     *
     * @param chosen told what is to be opened
     */
    void show(OpenImage opened, Consumer<ListedImage> chosen) {
        List<ListedImage> all = opened.siblings();
        boolean isAttached = !all.contains(opened.listed());
        int attached = opened.listed().attached().size();
        setVisible(isAttached || all.size() > 1 || attached > 0);
        setText(
                isAttached
                        ? "Attached to an image"
                        : all.size() > 1
                                ? opened.listed().number() + 1 + " of " + all.size()
                                : attached + " attached");
        setAccessibleText(getText() + ". Show what else " + file + " holds");
        setOnAction(event -> popUp(opened, chosen));
    }

    private void popUp(OpenImage opened, Consumer<ListedImage> chosen) {
        Popup popup = new Popup();
        ImageChooser chooser =
                new ImageChooser(
                        file,
                        opened.siblings(),
                        listed -> {
                            popup.hide();
                            chosen.accept(listed);
                        });
        chooser.select(opened.listed());
        chooser.getStyleClass().add("popup");
        popup.getContent().setAll(chooser);
        popup.setAutoHide(true);
        popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
        Bounds below = localToScreen(getBoundsInLocal());
        popup.show(this, below.getMinX(), below.getMaxY() + 4);
        chooser.requestFocus();
    }
}
