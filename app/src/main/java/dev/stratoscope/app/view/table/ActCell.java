package dev.stratoscope.app.view.table;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Words about a row, and at the right what can be done with it, while the row is selected or
 * pointed at. The buttons are no focus stops: every act has a key of the table.
 *
 * @param <T> what a row stands for
 */
public class ActCell<T> extends TableCell<T, T> {
    private static final double GAP = 12;

    private final RowActs<T> acts;
    private final double roomForButtons;
    private final Label words = new Label();
    private final List<Button> shown = new ArrayList<>();
    private final Button more = Actions.icon(MaterialDesignD.DOTS_HORIZONTAL, "More acts");
    private final HBox buttons = new HBox(4);
    private final StackPane box = new StackPane(words, buttons);

    /**
     * A cell without a row.
     *
     * @param roomForButtons narrower cells have the menu alone
     */
    public ActCell(RowActs<T> acts, double roomForButtons) {
        this.acts = acts;
        this.roomForButtons = roomForButtons;
        getStyleClass().add("act-cell");
        StackPane.setAlignment(words, Pos.CENTER_LEFT);
        StackPane.setAlignment(buttons, Pos.CENTER_RIGHT);
        words.setMinWidth(0);
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setVisible(false);
        more.getStyleClass().remove("flat");
        more.getStyleClass().add("row-action");
        more.setFocusTraversable(false);
        more.setOnAction(
                event -> act(row -> ActTable.menu(acts.menu(row)).show(more, Side.BOTTOM, 0, 4)));
        buttons.getChildren().setAll(more);
        tableRowProperty().addListener((property, before, now) -> follow(now));
    }

    /**
     * Says something of a row at the left of its buttons.
     *
     * @param label has no words and no icon
     */
    protected void say(T row, Label label) {}

    private void follow(@Nullable TableRow<T> row) {
        if (row != null) {
            buttons.visibleProperty()
                    .bind(
                            row.hoverProperty()
                                    .or(row.selectedProperty())
                                    .and(row.emptyProperty().not()));
        }
    }

    @Override
    protected void layoutChildren() {
        fold();
        super.layoutChildren();
    }

    /** Leaves out of the buttons, from the right, those that would lie on the words. */
    private void fold() {
        double room =
                getWidth() < roomForButtons
                        ? 0
                        : getWidth()
                                - snappedLeftInset()
                                - snappedRightInset()
                                - more.prefWidth(-1)
                                - (words.getText().isEmpty() ? 0 : words.prefWidth(-1) + GAP);
        for (Button each : shown) {
            room -= each.prefWidth(-1) + buttons.getSpacing();
            each.setManaged(room >= 0);
            each.setVisible(room >= 0);
        }
    }

    private void act(Consumer<T> what) {
        T row = getItem();
        if (row != null) {
            getTableView().getSelectionModel().select(row);
            what.accept(row);
        }
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        words.setText("");
        words.setGraphic(null);
        words.getStyleClass().setAll("label");
        say(row, words);
        dress(acts.buttons(row));
        setGraphic(box);
    }

    private void dress(List<Act> wanted) {
        while (shown.size() < wanted.size()) {
            shown.add(button(shown.size()));
            buttons.getChildren().add(shown.size() - 1, shown.getLast());
        }
        while (shown.size() > wanted.size()) {
            buttons.getChildren().remove(shown.removeLast());
        }
        for (int i = 0; i < wanted.size(); i++) {
            Button button = shown.get(i);
            Act act = wanted.get(i);
            if (!act.name().equals(button.getText())) {
                button.setText(act.name());
                button.setGraphic(Icons.of(act.icon()));
            }
        }
        requestLayout();
    }

    private Button button(int at) {
        Button button = new Button();
        button.getStyleClass().addAll("small", "row-action");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> act(row -> acts.buttons(row).get(at).run().run()));
        return button;
    }
}
