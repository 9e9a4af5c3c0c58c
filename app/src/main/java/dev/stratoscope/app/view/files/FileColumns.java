package dev.stratoscope.app.view.files;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a file table as they were chosen. Where the table is too narrow for all of them,
 * those that weigh least give way to the name, the one chosen last at the end. On the JavaFX
 * thread.
 */
final class FileColumns {
    /** Names have at least this many pixels before a column gives way. */
    private static final double ROOM_FOR_NAME = 220;

    /** What a name can do with rather than that there is no column beside it. */
    private static final double LEAST_ROOM_FOR_NAME = 150;

    /** The button for choosing columns stands at the right end of the head. */
    private static final double BUTTON = 26;

    private static final double LEAST = 40;

    private static final double TICK = 34;

    private final TableView<FileRow> table;
    private final TableColumn<FileRow, FileRow> name = new TableColumn<>("Name");
    private final @Nullable TableColumn<FileRow, FileRow> tick;
    private final Map<FileColumn, TableColumn<FileRow, FileRow>> columns =
            new EnumMap<>(FileColumn.class);
    private final Map<FileColumn, Double> widths = new EnumMap<>(FileColumn.class);
    private final ColumnChoice usual;
    private final ObjectProperty<ColumnChoice> choice;
    private @Nullable FileColumn favourite;
    private boolean arranging;

    /**
     * Puts columns into a table.
     *
     * @param head which columns there are, and which of them are usual
     * @param names makes cells of the first column
     * @param cells makes cells of the others
     */
    FileColumns(
            TableView<FileRow> table,
            FilesHead head,
            Function<TableColumn<FileRow, FileRow>, TableCell<FileRow, FileRow>> names,
            Function<FileColumn, TableCell<FileRow, FileRow>> cells) {
        this.table = table;
        tick = tick(head.ticks());
        name.setText(head.nameTitle());
        usual = head.usual();
        choice = new SimpleObjectProperty<>(usual);
        prepare(name);
        name.setCellFactory(names::apply);
        name.setReorderable(false);
        for (FileColumn what : head.columns()) {
            TableColumn<FileRow, FileRow> column = new TableColumn<>(what.title());
            prepare(column);
            column.setUserData(what);
            column.setCellFactory(made -> cells.apply(what));
            column.setMinWidth(LEAST);
            if (what.isNumber()) {
                column.getStyleClass().add("right");
            }
            columns.put(what, column);
            widths.put(what, what.width());
        }
        FileColumn first = head.sortedBy();
        if (first != null) {
            sortBy(first);
        }
        table.setColumnResizePolicy(new NameTakesTheRest(this));
        arrange();
        choice.addListener((property, before, now) -> arrange());
        table.widthProperty().addListener((property, before, now) -> giveWay());
        table.getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<FileRow, ?>>)
                                change -> {
                                    boolean all = table.getColumns().size() > columns.size();
                                    if (!arranging && all) {
                                        remember();
                                        arrange();
                                    }
                                });
    }

    private @Nullable TableColumn<FileRow, FileRow> tick(@Nullable Ticks ticks) {
        if (ticks == null) {
            return null;
        }
        TableColumn<FileRow, FileRow> column = new TableColumn<>();
        prepare(column);
        column.setUserData(ticks);
        column.setCellFactory(made -> new TickCell(ticks));
        column.setGraphic(new TickHead(table, ticks));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.getStyleClass().add("tick-column");
        return column;
    }

    /** Which columns there are beside the name, and how wide; changes as a person changes them. */
    ObjectProperty<ColumnChoice> choiceProperty() {
        return choice;
    }

    /** The columns a person may choose among. */
    List<FileColumn> offered() {
        return List.copyOf(columns.keySet());
    }

    /** What is shown before anybody chose. */
    ColumnChoice usual() {
        return usual;
    }

    /** Gives a column other words for its head. */
    void setTitle(FileColumn what, String title) {
        column(what).setText(title);
    }

    /** Those chosen that there are: another kind of table has others. */
    private List<ColumnChoice.Column> chosen() {
        return choice.get().columns().stream()
                .filter(column -> columns.containsKey(column.what()))
                .toList();
    }

    /** Shows a column, or leaves it out. */
    void choose(FileColumn what, boolean wanted) {
        favourite = wanted ? what : null;
        widths.put(what, what.width());
        choice.set(choice.get().with(what, wanted));
    }

    /** Whether a column was chosen and there is no room for it. */
    boolean isGivingWay(FileColumn what) {
        return choice.get().has(what) && !column(what).isVisible();
    }

    /** The columns that are to be seen, from left to right, without the name. */
    List<FileColumn> visible() {
        List<FileColumn> shown = new ArrayList<>();
        for (TableColumn<FileRow, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof FileColumn what) {
                shown.add(what);
            }
        }
        return shown;
    }

    /** How the heads that were clicked sort. */
    FileOrder order() {
        if (table.getSortOrder().isEmpty()) {
            return FileOrder.BY_NAME;
        }
        TableColumn<FileRow, ?> first = table.getSortOrder().getFirst();
        boolean descending = first.getSortType() == TableColumn.SortType.DESCENDING;
        return first.getUserData() instanceof FileColumn what
                ? new FileOrder(what.by(), descending)
                : new FileOrder(FileOrder.By.NAME, descending);
    }

    /** Sorts by a column, numbers from the largest down; by the same again, the other way round. */
    void sortBy(FileColumn what) {
        TableColumn<FileRow, FileRow> column = column(what);
        boolean again = table.getSortOrder().equals(List.of(column));
        boolean wasDown = column.getSortType() == TableColumn.SortType.DESCENDING;
        boolean down = again ? !wasDown : what.isNumber();
        column.setSortType(down ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        if (!again) {
            table.getSortOrder().setAll(List.of(column));
        }
    }

    /** All columns, those that are left out too. */
    List<TableColumn<FileRow, ?>> all() {
        return table.getColumns();
    }

    double width(TableColumn<?, ?> column) {
        if (column.equals(tick)) {
            return TICK;
        }
        return column.getUserData() instanceof FileColumn what
                ? widths.getOrDefault(what, what.width())
                : 0;
    }

    /** What the button at the end of the head takes of the width, beside the scroll bar. */
    double buttonRoom(double contentWidth) {
        return Math.max(0, BUTTON - (table.getWidth() - contentWidth));
    }

    /** Takes in that a person made columns wider or narrower. */
    void widened(TableColumn<?, ?> column, double width) {
        if (column.getUserData() instanceof FileColumn what) {
            widths.put(what, width);
        }
    }

    /** Makes what is seen what was chosen. */
    void remember() {
        List<ColumnChoice.Column> chosen = new ArrayList<>();
        for (TableColumn<FileRow, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof FileColumn what && choice.get().has(what)) {
                chosen.add(new ColumnChoice.Column(what, width(column)));
            }
        }
        choice.set(new ColumnChoice(chosen));
    }

    private static void prepare(TableColumn<FileRow, FileRow> column) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    }

    private TableColumn<FileRow, FileRow> column(FileColumn what) {
        TableColumn<FileRow, FileRow> column = columns.get(what);
        if (column == null) {
            throw new IllegalStateException("every column is made at the start");
        }
        return column;
    }

    private void arrange() {
        List<TableColumn<FileRow, ?>> wanted = new ArrayList<>(List.of(name));
        if (tick != null) {
            wanted.addFirst(tick);
        }
        for (ColumnChoice.Column chosen : chosen()) {
            wanted.add(column(chosen.what()));
            widths.put(chosen.what(), chosen.width());
        }
        columns.forEach(
                (what, column) -> {
                    if (!choice.get().has(what)) {
                        wanted.add(column);
                    }
                });
        arranging = true;
        if (!table.getColumns().equals(wanted)) {
            List<TableColumn<FileRow, ?>> sorted = List.copyOf(table.getSortOrder());
            table.getColumns().setAll(wanted);
            if (!table.getSortOrder().equals(sorted)) {
                table.getSortOrder().setAll(sorted);
            }
        }
        giveWay();
        arranging = false;
    }

    private void giveWay() {
        double room = table.getWidth() - ROOM_FOR_NAME - BUTTON - (tick == null ? 0 : TICK);
        List<FileColumn> heaviest =
                chosen().stream()
                        .map(ColumnChoice.Column::what)
                        .sorted(Comparator.comparingInt(this::weight).reversed())
                        .toList();
        Map<FileColumn, Boolean> fits = new EnumMap<>(FileColumn.class);
        boolean more = true;
        for (FileColumn what : heaviest) {
            room -= widths.getOrDefault(what, what.width());
            double least = fits.isEmpty() ? LEAST_ROOM_FOR_NAME - ROOM_FOR_NAME : 0;
            more = more && (room >= least || table.getWidth() <= 0);
            fits.put(what, more);
        }
        columns.forEach((what, column) -> column.setVisible(fits.getOrDefault(what, false)));
    }

    private int weight(FileColumn what) {
        return what == favourite ? Integer.MAX_VALUE : what.weight();
    }
}
