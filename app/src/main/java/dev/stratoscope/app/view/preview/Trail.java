package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.view.Actions;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * The way from a file into what it packs, with a button one step back; gone where there is none.
 */
public final class Trail extends HBox {
    private final IntConsumer chosen;

    /**
     * An empty trail.
     *
     * @param chosen told the number of the step to go back to, from 0
     */
    public Trail(IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().addAll("pane-bar", "preview-trail");
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    /** Shows the way; the last label is where one is. */
    public void show(List<String> labels) {
        setVisible(labels.size() > 1);
        getChildren().clear();
        int last = labels.size() - 1;
        Button back = Actions.icon(MaterialDesignA.ARROW_LEFT, "Back");
        back.setOnAction(event -> chosen.accept(last - 1));
        back.setMinWidth(USE_PREF_SIZE);
        getChildren().add(back);
        for (int i = 0; i < last; i++) {
            int step = i;
            Hyperlink link = new Hyperlink(labels.get(i));
            link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            link.setOnAction(event -> chosen.accept(step));
            link.setMinWidth(40);
            Label arrow = new Label("›");
            arrow.setMinWidth(USE_PREF_SIZE);
            arrow.getStyleClass().add("muted");
            getChildren().addAll(link, arrow);
        }
        if (last > 0) {
            Label here = new Label(labels.get(last));
            here.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            here.setTooltip(new Tooltip(String.join(" › ", labels)));
            here.setMinWidth(60);
            HBox.setHgrow(here, Priority.ALWAYS);
            getChildren().add(here);
        }
    }
}
