package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The lower tabs: a strip of heads that unfolds to the pane of the one that is chosen. */
final class LowerPanel extends BorderPane {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox strip = new HBox();
    private final Button fold = Actions.icon(MaterialDesignC.CHEVRON_UP, "Unfold the lower panel");
    private final BooleanProperty unfolded = new SimpleBooleanProperty(false);

    LowerPanel() {
        getStyleClass().add("pane");
        strip.getStyleClass().add("lower-strip");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        fold.setOnAction(event -> toggle());
        strip.getChildren().setAll(spacer, fold);
        setTop(strip);
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            setCenter(now == null ? null : (Node) now.getUserData());
                            unfolded.set(now != null);
                        });
        unfolded.addListener(
                (property, before, now) ->
                        ((FontIcon) fold.getGraphic())
                                .setIconCode(
                                        now
                                                ? MaterialDesignC.CHEVRON_DOWN
                                                : MaterialDesignC.CHEVRON_UP));
    }

    /** Adds a tab; the label may be filled later with a count. */
    Label add(String title, Ikon icon, Node pane) {
        ToggleButton tab = new ToggleButton();
        Label count = new Label();
        count.getStyleClass().add("count-pill");
        count.visibleProperty().bind(count.textProperty().isNotEmpty());
        count.managedProperty().bind(count.visibleProperty());
        HBox content = new HBox(8, Icons.of(icon), new Label(title), count);
        content.setAlignment(Pos.CENTER_LEFT);
        tab.setGraphic(content);
        tab.setAccessibleText(title);
        tab.getStyleClass().add("lower-tab");
        tab.setUserData(pane);
        tab.setToggleGroup(group);
        strip.getChildren().add(strip.getChildren().size() - 2, tab);
        return count;
    }

    /** Whether a pane is shown below the strip. */
    BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Shows a tab, counted from 0. */
    void select(int index) {
        group.selectToggle(group.getToggles().get(index));
    }

    /** Shows the tab of a pane. */
    void select(Node pane) {
        for (Toggle tab : group.getToggles()) {
            if (pane.equals(tab.getUserData())) {
                group.selectToggle(tab);
            }
        }
    }

    /** Folds the panel to its strip. */
    void fold() {
        group.selectToggle(null);
    }

    private void toggle() {
        if (unfolded.get()) {
            fold();
        } else {
            select(0);
        }
    }
}
