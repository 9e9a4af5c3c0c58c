package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.BuildRecord;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The builds that ended, the newest first; two selected ones are compared. */
final class BuildsTable extends TableView<BuildRecord> {
    private final Clock clock;

    /**
     * An empty table.
     *
     * @param selected told the builds that are selected
     * @param opened told the build that is to be opened again
     */
    BuildsTable(Clock clock, Consumer<List<BuildRecord>> selected, Consumer<BuildRecord> opened) {
        this.clock = clock;
        setId("builds");
        getStyleClass().add("builds-table");
        setAccessibleText("Builds");
        setFixedCellSize(30);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("Build", 180, BuildsTable::name).setCellFactory(column -> new NameCell());
        column("Started", 130, one -> HumanDuration.ago(one.started(), this.clock.instant()));
        column("Took", 80, one -> Spans.of(one.took()));
        column("Steps", 220, BuildsTable::steps);
        column("Outcome", 260, BuildsTable::outcome);
        column("Dockerfile", 260, one -> Escapes.text(one.file()));
        getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<BuildRecord>)
                                change ->
                                        selected.accept(
                                                List.copyOf(
                                                        getSelectionModel().getSelectedItems())));
        setRowFactory(
                view -> {
                    TableRow<BuildRecord> row = new TableRow<>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && !row.isEmpty()) {
                                    opened.accept(row.getItem());
                                }
                            });
                    return row;
                });
        setOnKeyPressed(
                event -> {
                    BuildRecord one = getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && one != null) {
                        opened.accept(one);
                        event.consume();
                    }
                });
    }

    private TableColumn<BuildRecord, String> column(
            String title, double width, Function<BuildRecord, String> text) {
        TableColumn<BuildRecord, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    /** What a build is called. */
    static String name(BuildRecord one) {
        if (!one.tags().isEmpty()) {
            return Escapes.text(one.tags().getFirst());
        }
        String folder = one.context();
        return Escapes.text(folder.substring(folder.lastIndexOf('/') + 1));
    }

    private static String steps(BuildRecord one) {
        long cached = count(one, "cached");
        long built = count(one, "built");
        return cached + " cached, " + built + " built";
    }

    private static long count(BuildRecord one, String outcome) {
        return one.steps().stream().filter(step -> step.outcome().equals(outcome)).count();
    }

    private static String outcome(BuildRecord one) {
        return one.image() != null
                ? one.image().shortHex()
                : Escapes.text(String.valueOf(one.reason()));
    }

    /** Shows builds; the selection stays where it can. */
    void show(List<BuildRecord> records) {
        List<String> selected =
                getSelectionModel().getSelectedItems().stream().map(BuildRecord::id).toList();
        getItems().setAll(records);
        for (int i = 0; i < records.size(); i++) {
            if (selected.contains(records.get(i).id())) {
                getSelectionModel().select(i);
            }
        }
        if (getSelectionModel().isEmpty() && !records.isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    private static final class NameCell extends TableCell<BuildRecord, String> {
        private final FontIcon icon = Icons.of(StepLook.BUILT.icon());

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            BuildRecord one = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || name == null || one == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            StepLook look = one.image() == null ? StepLook.FAILED : StepLook.BUILT;
            icon.setIconCode(look.icon());
            icon.getStyleClass().setAll("ikonli-font-icon", "step-icon", look.style());
            setText(name);
            setGraphic(icon);
        }
    }
}
