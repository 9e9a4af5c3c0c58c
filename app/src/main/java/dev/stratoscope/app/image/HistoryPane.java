package dev.stratoscope.app.image;

import dev.stratoscope.app.text.HistoryText;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Remark;
import dev.stratoscope.model.image.HistoryRow;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;

/** The history as {@code docker history} prints it, newest first; a row selects its step. */
final class HistoryPane extends BorderPane {
    private final Clock clock;
    private final HistoryTable table;
    private final CheckBox whole = new CheckBox("Full IDs and commands");
    private final CheckBox human = new CheckBox("Human sizes");
    private final Label words = new Label();
    private final HBox banner = new HBox(8, Icons.of(MaterialDesignA.ALERT_OUTLINE), words);

    /**
     * A table without rows.
     *
     * @param chosen told the position in the history, or the layer, of the row a person selects
     * @param layerOnly told the same of a row whose files alone are wanted
     */
    HistoryPane(Clock clock, IntConsumer chosen, IntConsumer layerOnly) {
        this.clock = clock;
        table = new HistoryTable(text(), chosen, layerOnly);
        human.setSelected(true);
        for (CheckBox box : List.of(whole, human)) {
            box.setMinWidth(USE_PREF_SIZE);
            box.setOnAction(event -> table.write(text()));
        }
        whole.setId("history-whole");
        human.setId("history-human");
        words.setWrapText(true);
        banner.getStyleClass().add("history-banner");
        banner.setVisible(false);
        banner.setManaged(false);
        table.write(text());
        setTop(new VBox(title(), banner));
        setCenter(table);
    }

    /**
     * Shows rows, newest first; a size below 0 is not known yet.
     *
     * @param told how many layers the history tells of
     * @param layers how many there are
     */
    void show(List<HistoryRow> rows, int told, int layers) {
        table.show(rows);
        boolean tooMany = told > layers;
        banner.setVisible(tooMany);
        banner.setManaged(tooMany);
        words.setText(
                String.format(
                        "History tells of %,d layers, the image has %,d. Docker refuses to print"
                                + " it; the steps beyond stand here without a layer.",
                        told, layers));
    }

    /** Marks the row of a step, counted from 0 at the bottom, and brings it into sight. */
    void select(int step, int layer) {
        table.select(step, layer);
    }

    private HBox title() {
        Label title = new Label("History");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        Label hint = new Remark("as docker history prints it, newest first");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button copy = Actions.copyButton("Copy table", () -> text().table(table.getItems()));
        copy.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(title, hint, spacer, whole, human, copy);
        bar.getStyleClass().addAll("pane-title", "history-bar");
        return bar;
    }

    private HistoryText text() {
        return new HistoryText(
                clock.instant(), clock.getZone(), whole.isSelected(), human.isSelected());
    }
}
