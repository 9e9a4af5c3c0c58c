package dev.stratoscope.app.bench;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of JavaFX with plain text in its cells and rows that are made as they are looked at. */
final class BareTable {
    private BareTable() {}

    /** A table with as many columns, as wide, and rows as high as another has. */
    static TableView<Integer> like(TableView<?> other, int rows) {
        TableView<Integer> table = new TableView<>();
        table.setFixedCellSize(other.getFixedCellSize());
        for (TableColumn<?, ?> model : other.getVisibleLeafColumns()) {
            TableColumn<Integer, String> column = new TableColumn<>(model.getText());
            column.setPrefWidth(model.getWidth());
            String text = model.getText();
            column.setCellValueFactory(
                    cell -> new ReadOnlyStringWrapper(text + " " + cell.getValue()));
            table.getColumns().add(column);
        }
        table.setItems(
                new ObservableListBase<>() {
                    @Override
                    public Integer get(int index) {
                        return index;
                    }

                    @Override
                    public int size() {
                        return rows;
                    }
                });
        return table;
    }
}
