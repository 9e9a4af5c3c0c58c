package dev.stratoscope.app.view;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonOutline;
import dev.stratoscope.app.text.Token;

import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A JSON document as a tree whose containers open and close. Rows are the numbers of the values
 * that are to be seen, so that a hundred thousand of them are opened at once.
 */
public final class JsonTree extends ListView<Integer> {
    private static final double STEP = 16;

    private final IntConsumer chosen;
    private @Nullable JsonOutline outline;
    private BitSet open = new BitSet();
    private int[] seen = {};
    private String sought = "";
    private boolean showing;

    /**
     * A tree without a document.
     *
     * @param chosen told the value a person selects
     */
    public JsonTree(IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().add("json-tree");
        setFixedCellSize(26);
        setCellFactory(view -> new ValueCell());
        setAccessibleText("Inspect as a tree");
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!showing && now != null) {
                                chosen.accept(now);
                            }
                        });
    }

    /** Shows a document; containers stay as they are where it has as many values as the last. */
    public void show(JsonOutline document, BitSet opened) {
        JsonOutline before = outline;
        outline = document;
        if (before == null || before.size() != document.size()) {
            open = opened;
        }
        refill();
    }

    /** The selected value; -1 for none. */
    public int selected() {
        Integer number = getSelectionModel().getSelectedItem();
        return number == null ? -1 : number;
    }

    /** Marks words, in lower case, wherever they stand; nothing for the empty text. */
    public void mark(String words) {
        sought = words;
        refresh();
    }

    /** Opens what values are inside of. */
    public void openTo(int... numbers) {
        JsonOutline shown = outline;
        if (shown != null) {
            for (int number : numbers) {
                for (int at = shown.parent(number);
                        at >= 0 && !open.get(at);
                        at = shown.parent(at)) {
                    open.set(at);
                }
            }
            refill();
        }
    }

    /** Selects a value, opens what it is inside of and brings it into sight. */
    public void select(int number) {
        JsonOutline shown = outline;
        if (shown == null) {
            return;
        }
        int row = Arrays.binarySearch(seen, number);
        if (row < 0) {
            openTo(number);
            row = Arrays.binarySearch(seen, number);
        }
        showing = true;
        getSelectionModel().clearAndSelect(row);
        showing = false;
        Rows.reveal(this, row);
    }

    /** Opens every container, or all but the first closes. */
    public void openAll(boolean all) {
        JsonOutline shown = outline;
        if (shown != null) {
            open.clear();
            open.set(0, all ? shown.size() : 2);
            int selected = selected();
            refill();
            if (!all && selected > 1 && Arrays.binarySearch(seen, selected) < 0) {
                getSelectionModel().clearAndSelect(0);
            }
        }
    }

    private void refill() {
        JsonOutline shown = outline;
        if (shown == null) {
            return;
        }
        int selected = selected();
        seen = shown.visible(open);
        int[] rows = seen;
        List<Integer> numbers =
                new AbstractList<>() {
                    @Override
                    public Integer get(int row) {
                        return rows[row];
                    }

                    @Override
                    public int size() {
                        return rows.length;
                    }
                };
        showing = true;
        setItems(FXCollections.observableList(numbers));
        int row = Arrays.binarySearch(seen, selected);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
        }
        showing = false;
    }

    private void toggle(int number) {
        open.flip(number);
        refill();
        select(number);
    }

    private void onKey(KeyEvent event) {
        JsonOutline shown = outline;
        int number = selected();
        if (shown == null || number < 0) {
            return;
        }
        boolean isOpen = open.get(number);
        boolean has = shown.hasInside(number);
        switch (event.getCode()) {
            case RIGHT -> go(has && !isOpen, number, has ? number + 1 : number);
            case LEFT -> go(has && isOpen, number, Math.max(1, shown.parent(number)));
            case ENTER, SPACE -> go(has, number, number);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(boolean toggles, int number, int other) {
        if (toggles) {
            toggle(number);
        } else if (other != number) {
            select(other);
            chosen.accept(other);
        }
    }

    private final class ValueCell extends ListCell<Integer> {
        private final Region indent = new Region();
        private final FontIcon twisty = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        private final StackPane twistyBox = new StackPane(twisty);
        private final CodeText name = new CodeText(false);
        private final CodeText value = new CodeText(true);
        private final Button copy = Actions.copy("value", this::copied);
        private final HBox box = new HBox(indent, twistyBox, name, value, copy);

        ValueCell() {
            twistyBox.getStyleClass().add("twisty");
            twistyBox.setOnMouseClicked(
                    event -> {
                        Integer number = getItem();
                        if (number != null) {
                            toggle(number);
                        }
                    });
            setOnMouseClicked(
                    event -> {
                        if (event.getClickCount() == 2 && getItem() != null) {
                            go(hasInside(getItem()), getItem(), getItem());
                        }
                    });
            HBox.setMargin(value, new Insets(0, 8, 0, 8));
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMinWidth(0);
            copy.setFocusTraversable(false);
            copy.visibleProperty().bind(selectedProperty());
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        private boolean hasInside(int number) {
            JsonOutline shown = outline;
            return shown != null && shown.hasInside(number);
        }

        private String copied() {
            JsonOutline shown = outline;
            return shown == null || getItem() == null ? "" : shown.copied(getItem());
        }

        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            JsonOutline shown = outline;
            if (number == null || empty || shown == null || number >= shown.size()) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int depth = shown.depth(number);
            double width = STEP * (depth - 1);
            indent.setMinWidth(width);
            indent.setPrefWidth(width);
            boolean has = shown.hasInside(number);
            twisty.setVisible(has);
            twisty.setRotate(open.get(number) ? 90 : 0);
            String words = Escapes.text(shown.name(number));
            name.show(List.of(new Token(words.isEmpty() ? " " : words, Token.Kind.KEY)), sought);
            var node = shown.value(number);
            Token.Kind kind =
                    node.isContainerNode()
                            ? Token.Kind.COMMENT
                            : node.isTextual() ? Token.Kind.STRING : Token.Kind.NUMBER;
            String text = shown.shown(number);
            value.show(List.of(new Token(text, kind)), node.isContainerNode() ? "" : sought);
            setAccessibleText(
                    String.format(
                            "%s, %s, level %d%s",
                            words,
                            text,
                            depth,
                            has ? open.get(number) ? ", open" : ", closed" : ""));
            setGraphic(box);
        }
    }
}
