package dev.stratoscope.app.view.files;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Ticks every path that is shown, from the head of the column. */
final class TickHead extends CheckBox {

    TickHead(TableView<FileRow> table, Ticks ticks) {
        setAccessibleText("Tick every path that is shown");
        setTooltip(new Tooltip("Tick every path that is shown"));
        setOnAction(
                event -> {
                    FileRow any = table.getItems().isEmpty() ? null : table.getItems().getFirst();
                    if (any != null) {
                        ticks.toggle(0, any.rows()::isMatch);
                    }
                    TickCell.show(this, ticks.of(0));
                });
        ticks.addListener(() -> TickCell.show(this, ticks.of(0)));
        ticks.addListener(table::refresh);
    }
}
