package dev.stratoscope.app.images;

import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.table.ActTable;
import dev.stratoscope.app.view.table.RowActs;
import dev.stratoscope.app.view.table.WordCell;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The list of images in docker's columns, and what is shared and in use. */
final class ImageTable extends ActTable<ImageRow> {
    private static final double ROOM_FOR_SHARING = 900;
    private static final double ROOM_FOR_USE = 760;

    private Instant now = Instant.EPOCH;

    ImageTable(Acts acts, RowActs<ImageRow> rows) {
        super("Images", rows, ImageRow::isSame);
        getStyleClass().add("image-table");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(table -> new RowDrag(acts));
        TableColumn<ImageRow, ImageRow> repository =
                column("REPOSITORY", 300, RowOrder.REPOSITORY, RepositoryCell::new);
        repository.setMinWidth(150);
        repository.getStyleClass().add("first");
        repository.setMaxWidth(900);
        TableColumn<ImageRow, ImageRow> tag =
                column("TAG", 150, RowOrder.TAG, () -> new NamedCell(ImageRow::tag));
        tag.setMinWidth(80);
        TableColumn<ImageRow, ImageRow> id =
                column("IMAGE ID", 124, RowOrder.IMAGE_ID, () -> new WordCell<>(this::id, "mono"));
        id.setMinWidth(108);
        TableColumn<ImageRow, ImageRow> created =
                column(
                        "CREATED",
                        170,
                        RowOrder.CREATED,
                        () -> new WordCell<>(this::created, "muted"));
        created.setMinWidth(116);
        TableColumn<ImageRow, ImageRow> size =
                size("SIZE", RowOrder.SIZE, row -> row.image().size());
        TableColumn<ImageRow, ImageRow> shared =
                size("Shared", RowOrder.SHARED, row -> row.image().sharedSize());
        TableColumn<ImageRow, ImageRow> only =
                size("Only here", RowOrder.ONLY_HERE, row -> row.image().uniqueSize());
        TableColumn<ImageRow, ImageRow> use =
                column("In use", 320, RowOrder.IN_USE, () -> new UseCell(rows));
        use.setMinWidth(120);
        use.getStyleClass().add("last");
        use.setMaxWidth(900);
        getColumns().setAll(List.of(repository, tag, id, created, size, shared, only, use));
        created.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().setAll(List.of(created));
        showFrom(ROOM_FOR_SHARING, shared);
        showFrom(ROOM_FOR_USE, only);
    }

    /**
     * Shows rows in the order that is chosen. The selected row stays selected where it is still
     * there.
     *
     * @param time what ages are counted to
     */
    void show(List<ImageRow> rows, Instant time) {
        now = time;
        show(rows);
    }

    /** Counts ages to another time. */
    void age(Instant time) {
        now = time;
        refresh();
    }

    private String id(ImageRow row) {
        return row.image().id().shortHex();
    }

    private String created(ImageRow row) {
        return HumanDuration.ago(row.image().created(), now);
    }

    private static TableColumn<ImageRow, ImageRow> size(
            String title, RowOrder order, Function<ImageRow, Long> bytes) {
        TableColumn<ImageRow, ImageRow> column =
                column(
                        title,
                        94,
                        order,
                        () ->
                                new WordCell<>(
                                        row -> HumanSize.docker(bytes.apply(row)),
                                        "mono",
                                        "right"));
        column.getStyleClass().add("right");
        column.setMinWidth(76);
        return column;
    }

    private static TableColumn<ImageRow, ImageRow> column(
            String title,
            double width,
            RowOrder order,
            Supplier<TableCell<ImageRow, ImageRow>> cell) {
        return column(title, width, order.upwards(), cell);
    }

    /** A part of a name; docker's word for one that is missing is muted. */
    private static final class NamedCell extends WordCell<ImageRow> {
        NamedCell(Function<ImageRow, String> text) {
            super(text);
        }

        @Override
        protected void updateItem(@Nullable ImageRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(RepositoryCell.NONE, ImageRow.NONE.equals(getText()));
        }
    }
}
