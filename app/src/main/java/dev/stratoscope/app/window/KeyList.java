package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/** All keys there are now, under the part of the window they belong to. */
final class KeyList extends VBox {
    private static final double WIDTH = 760;
    private static final double MOST_HEIGHT = 560;

    private final ScrollPane scroll;

    /**
     * A list of keys.
     *
     * @param groups acts by the part they belong to, in order; those without keys are left out
     */
    KeyList(Map<String, List<Act>> groups) {
        getStyleClass().addAll("popover", "key-list");
        setPrefWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        Label title = new Label("Keyboard shortcuts");
        title.getStyleClass().add("section-title");
        HBox columns = new HBox(32);
        groups.forEach(
                (name, acts) -> {
                    VBox column = column(name, acts);
                    HBox.setHgrow(column, Priority.ALWAYS);
                    columns.getChildren().add(column);
                });
        scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Keyboard shortcuts");
        getChildren().setAll(title, scroll);
    }

    /** What gets the keyboard, so that the arrows scroll. */
    ScrollPane scroll() {
        return scroll;
    }

    private static VBox column(String name, List<Act> acts) {
        Label title = new Label(name);
        title.getStyleClass().add("strong");
        GridPane grid = new GridPane(16, 6);
        int row = 0;
        for (Act act : acts) {
            if (!act.keys().isEmpty()) {
                Label what = new Label(act.name());
                what.setWrapText(true);
                GridPane.setHgrow(what, Priority.ALWAYS);
                GridPane.setValignment(what, VPos.TOP);
                grid.addRow(row++, what, keys(act));
            }
        }
        VBox column = new VBox(8, title, grid);
        column.setPrefWidth(WIDTH / 2);
        return column;
    }

    private static FlowPane keys(Act act) {
        FlowPane box = new FlowPane(4, 4);
        box.setPrefWrapLength(150);
        for (String keys : act.keycaps()) {
            Label label = new Label(keys);
            label.getStyleClass().add("key");
            label.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        return box;
    }
}
