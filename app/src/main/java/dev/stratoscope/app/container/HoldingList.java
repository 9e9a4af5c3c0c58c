package dev.stratoscope.app.container;

import dev.stratoscope.app.text.HumanSize;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The exact list of what a new layer holds, with its sum. On the JavaFX thread. */
final class HoldingList extends VBox {
    private static final int ROW = 26;
    private static final int MOST_ROWS = 9;

    private final ListView<Integer> list = new ListView<>();
    private final Label parents = new Label();
    private final Label sum = new Label();
    private @Nullable Holding holding;

    HoldingList() {
        getStyleClass().add("holding-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new HoldingCell(this));
        list.setAccessibleText("What the new layer holds");
        list.setPlaceholder(new Label(""));
        list.setPrefHeight(ROW + 2);
        parents.getStyleClass().add("muted");
        parents.setMinWidth(0);
        sum.getStyleClass().add("mono");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox foot = new HBox(8, parents, spacer, sum);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("holding-foot");
        getChildren().setAll(list, foot);
    }

    @Nullable Holding holding() {
        return holding;
    }

    /** Shows what a layer would hold. */
    void show(Holding now) {
        holding = now;
        list.setItems(FXCollections.observableList(now.nodes()));
        list.refresh();
        double height = Math.clamp(now.size(), 1, MOST_ROWS) * (double) ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        int above = now.parents();
        parents.setText(
                above == 0
                        ? HumanSize.grouped(now.size()) + (now.size() == 1 ? " path" : " paths")
                        : "and "
                                + HumanSize.grouped(above)
                                + (above == 1
                                        ? " parent folder, kept as it is"
                                        : " parent folders, kept as they are"));
        sum.setText(HumanSize.spaced(now.bytes()));
    }
}
