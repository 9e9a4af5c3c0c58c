package dev.stratoscope.app.window.palette;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.ArrayList;
import java.util.List;

/**
 * The command palette: one field to get anywhere and do anything by typing a part of its name. On
 * the JavaFX thread.
 */
public final class Palette extends VBox {
    private static final double WIDTH = 660;
    private static final double ROW = 34;
    private static final int ROWS = 11;
    private static final int JUMP = 10;

    private final Finds finds;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Act> list = new ListView<>();
    private final Label nothing = new Label();
    private Query query = Query.of("");

    /**
     * An empty palette.
     *
     * @param close takes it away
     */
    public Palette(Finds finds, Runnable close) {
        this.finds = finds;
        this.close = close;
        getStyleClass().addAll("popover", "palette");
        setPrefWidth(WIDTH);
        field.setId("palette-field");
        field.setPromptText("Search or run a command");
        field.setAccessibleText("Search or run a command");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head =
                new HBox(
                        10,
                        Icons.of(MaterialDesignM.MAGNIFY),
                        field,
                        key(">"),
                        sign("commands"),
                        key("/"),
                        sign("files"),
                        key("@"),
                        sign("images"));
        head.getStyleClass().add("palette-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ActCell());
        list.setAccessibleText("What was found");
        list.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        run();
                    }
                });
        nothing.getStyleClass().addAll("muted", "palette-nothing");
        nothing.managedProperty().bind(nothing.visibleProperty());
        list.managedProperty().bind(list.visibleProperty());
        getChildren().setAll(head, list, nothing);
        field.textProperty().addListener((property, before, now) -> look());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** The field one types into. */
    public TextField field() {
        return field;
    }

    /**
     * Begins anew.
     *
     * @param text what stands in the field at first
     */
    public void begin(String text) {
        field.setText(text);
        field.end();
        look();
    }

    private static Label key(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().add("key");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label sign(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-JUMP);
            case PAGE_DOWN -> move(JUMP);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        boolean step = Math.abs(by) == 1;
        int next = step ? Math.floorMod(at + by, Math.max(1, size)) : at + by;
        if (size > 0) {
            list.getSelectionModel().select(Math.clamp(next, 0, size - 1));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 2));
        }
    }

    private void run() {
        Act act = list.getSelectionModel().getSelectedItem();
        if (act != null) {
            close.run();
            act.run().run();
        }
    }

    private void look() {
        Query wanted = Query.of(field.getText());
        query = wanted;
        List<Act> others = wanted.choose(finds);
        show(others, wanted.wantsFiles());
        if (wanted.wantsFiles()) {
            finds.files(
                    wanted.words(),
                    files -> {
                        if (wanted.equals(query)) {
                            List<Act> all = new ArrayList<>(others);
                            all.addAll(files);
                            show(all.subList(0, Math.min(Query.MOST, all.size())), false);
                        }
                    });
        }
    }

    /**
     * Shows what was found; the selection stays where it was, as long as one did not type.
     *
     * @param more whether there is more to come
     */
    private void show(List<Act> acts, boolean more) {
        int at = list.getSelectionModel().getSelectedIndex();
        boolean same = at > 0 && at < acts.size() && acts.get(at).equals(list.getItems().get(at));
        list.getItems().setAll(acts);
        list.getSelectionModel().select(same ? at : 0);
        list.setVisible(!acts.isEmpty());
        double height = Math.min(ROWS, acts.size()) * ROW + 2;
        list.setMinHeight(Math.min(height, ROW));
        list.setPrefHeight(height);
        nothing.setVisible(acts.isEmpty());
        nothing.setText(more ? "Looking…" : words());
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private String words() {
        return switch (query.kind()) {
            case FILES ->
                    query.words().isEmpty()
                            ? "Type a part of a file's name, or a path of this computer to open."
                            : "No file of the image has that in its name, and no such path is on"
                                    + " this computer.";
            case IMAGES -> "No image has that in its name.";
            case COMMANDS, ANYTHING -> "Nothing matches.";
        };
    }
}
