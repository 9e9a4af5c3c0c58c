package dev.stratoscope.app.compare;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.diff.Kind;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Values of two configs that differ: what it is, the old one, the new one. */
final class ConfigTable extends BorderPane {
    private final TableView<ConfigChange> table = new TableView<>();
    private final TextField field = new TextField();
    private final TableColumn<ConfigChange, ConfigChange> before;
    private final TableColumn<ConfigChange, ConfigChange> after;
    private final Label none = new Label();
    private final String nothing;
    private final Label folded = new Label();
    private final Hyperlink unfold = new Hyperlink();
    private final HBox foot = new HBox(8, folded, unfold);
    private List<ConfigChange> all = List.of();
    private List<ConfigChange> quiet = List.of();
    private boolean unfolded;

    /**
     * An empty table.
     *
     * @param name what it is about
     * @param column the head of the column that says which value it is
     * @param nothing what to say where nothing differs
     */
    ConfigTable(String name, String column, String nothing) {
        this.nothing = nothing;
        getStyleClass().addAll("pane", "config-table");
        field.setPromptText("Filter");
        field.setAccessibleText("Filter " + name);
        field.textProperty().addListener((property, was, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onFieldKey);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox search = new HBox(Icons.of(MaterialDesignM.MAGNIFY), field);
        search.getStyleClass().add("search-field");
        search.setPrefWidth(250);
        HBox bar = new HBox(search);
        bar.getStyleClass().addAll("pane-bar", "last");
        setTop(bar);
        table.setAccessibleText(name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(none);
        TableColumn<ConfigChange, ConfigChange> kind = column("", KindCell::new);
        kind.setMinWidth(32);
        kind.setMaxWidth(32);
        TableColumn<ConfigChange, ConfigChange> what =
                column(column, () -> new TextCell(ConfigTable::name, "strong"));
        what.setPrefWidth(190);
        before =
                column("Left", () -> new TextCell(change -> told(change, change.before()), "mono"));
        after = column("Right", () -> new TextCell(change -> told(change, change.after()), "mono"));
        before.setPrefWidth(300);
        after.setPrefWidth(300);
        table.getColumns().setAll(List.of(kind, what, before, after));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onTableKey);
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy());
        MenuItem old = new MenuItem("Copy the left value");
        old.setOnAction(event -> copy(ConfigChange::before));
        MenuItem fresh = new MenuItem("Copy the right value");
        fresh.setOnAction(event -> copy(ConfigChange::after));
        table.setContextMenu(new ContextMenu(copy, old, fresh));
        setCenter(table);
        foot.getStyleClass().addAll("pane-bar", "last");
        foot.managedProperty().bind(foot.visibleProperty());
        foot.setVisible(false);
        unfold.setOnAction(
                event -> {
                    unfolded = !unfolded;
                    fill();
                });
        setBottom(foot);
    }

    /**
     * Sets what is shown only when a person asks for it; before the rest is shown.
     *
     * @param words what these are; empty for none
     */
    void fold(List<ConfigChange> changes, String words) {
        quiet = List.copyOf(changes);
        folded.setText(words);
        foot.setVisible(!quiet.isEmpty());
    }

    /** Shows values that differ between two sides of these names. */
    void show(List<ConfigChange> changes, String left, String right) {
        all = List.copyOf(changes);
        before.setText(left);
        after.setText(right);
        fill();
    }

    /** Puts the cursor into the filter. */
    void search() {
        field.requestFocus();
        field.selectAll();
    }

    private void fill() {
        String text = field.getText().strip().toLowerCase(Locale.ROOT);
        List<ConfigChange> shown = new ArrayList<>(all);
        if (unfolded) {
            shown.addAll(quiet);
        }
        unfold.setText(unfolded ? "Hide" : "Show");
        none.setText(shown.isEmpty() ? nothing : "No value here has “" + text + "” in it.");
        table.getItems()
                .setAll(
                        shown.stream()
                                .filter(
                                        change ->
                                                words(change)
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(text))
                                .toList());
    }

    private void onFieldKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
        } else if (event.getCode() == KeyCode.DOWN) {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        } else {
            return;
        }
        event.consume();
    }

    private void onTableKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        Actions.copy(
                table.getSelectionModel().getSelectedItems().stream()
                        .map(ConfigTable::words)
                        .collect(Collectors.joining("\n")));
    }

    private void copy(Function<ConfigChange, @Nullable String> value) {
        ConfigChange change = table.getSelectionModel().getSelectedItem();
        String text = change == null ? null : value.apply(change);
        if (text != null) {
            Actions.copy(text);
        }
    }

    /** What kind of change it is. */
    static Kind kind(ConfigChange change) {
        return change.before() == null
                ? Kind.ADDED
                : change.after() == null ? Kind.DELETED : Kind.MODIFIED;
    }

    private static String name(ConfigChange change) {
        String key = Escapes.text(change.key()).replace("->", "→");
        String section = change.section().word();
        return switch (change.section()) {
            case LABELS, HISTORY, OTHER -> key;
            default -> key.isEmpty() ? section : section + " " + key;
        };
    }

    /** Of a history step the instruction, unless only what builders put around it differs. */
    private static @Nullable String told(ConfigChange change, @Nullable String value) {
        String key = change.key();
        boolean step =
                change.section() == ConfigChange.Section.HISTORY
                        && Character.isDigit(key.charAt(key.length() - 1));
        return step && !Objects.equals(instruction(change.before()), instruction(change.after()))
                ? instruction(value)
                : value;
    }

    private static @Nullable String instruction(@Nullable String createdBy) {
        if (createdBy == null) {
            return null;
        }
        Instruction instruction = Instruction.of(createdBy, 1);
        return (instruction.keyword() + " " + instruction.text()).strip();
    }

    private static String words(ConfigChange change) {
        return name(change) + ": " + said(change.before()) + " → " + said(change.after());
    }

    private static String said(@Nullable String value) {
        return value == null ? "none" : value;
    }

    private static TableColumn<ConfigChange, ConfigChange> column(
            String title, Supplier<TableCell<ConfigChange, ConfigChange>> cells) {
        TableColumn<ConfigChange, ConfigChange> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> cells.get());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class KindCell extends TableCell<ConfigChange, ConfigChange> {
        private final Badge badge = new Badge();

        @Override
        protected void updateItem(@Nullable ConfigChange change, boolean empty) {
            super.updateItem(change, empty);
            setGraphic(change == null || empty ? null : badge);
            if (change != null) {
                badge.show(kind(change), false);
            }
        }
    }

    /** One line, with the whole text as its tooltip. */
    private static final class TextCell extends TableCell<ConfigChange, ConfigChange> {
        private static final int MOST = 2_000;

        private final Function<ConfigChange, @Nullable String> text;
        private final Tooltip whole = new Tooltip();

        TextCell(Function<ConfigChange, @Nullable String> text, String style) {
            this.text = text;
            getStyleClass().add(style);
            whole.setWrapText(true);
            whole.setMaxWidth(640);
        }

        @Override
        protected void updateItem(@Nullable ConfigChange change, boolean empty) {
            super.updateItem(change, empty);
            String value = change == null || empty ? null : text.apply(change);
            boolean none = change != null && !empty && value == null;
            String shown = value == null ? "" : Escapes.text(value);
            String cut = shown.length() > MOST ? shown.substring(0, MOST) + "…" : shown;
            setText(none ? "none" : cut);
            getStyleClass().remove("muted");
            if (none) {
                getStyleClass().add("muted");
            }
            whole.setText(cut);
            setTooltip(cut.isEmpty() ? null : whole);
        }
    }
}
