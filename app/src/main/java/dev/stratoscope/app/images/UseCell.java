package dev.stratoscope.app.images;

import dev.stratoscope.app.text.Escapes;
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
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.function.Consumer;

/**
 * Whether an image is open, and at the right what can be done with it, while the row is selected or
 * pointed at. The buttons are no focus stops: every act has a key of the table.
 */
final class UseCell extends TableCell<ImageRow, ImageRow> {
    private static final double ROOM_FOR_WORDS = 280;

    private final Acts acts;
    private final Label words = new Label();
    private final Button run = button("Run…", MaterialDesignP.PLAY);
    private final Button open = button("Open", MaterialDesignO.OPEN_IN_NEW);
    private final Button save = button("Save…", MaterialDesignC.CONTENT_SAVE_OUTLINE);
    private final Button more = Actions.icon(MaterialDesignD.DOTS_HORIZONTAL, "More acts");
    private final HBox buttons = new HBox(4, run, open, save, more);
    private final StackPane box = new StackPane(words, buttons);

    UseCell(Acts acts) {
        this.acts = acts;
        getStyleClass().add("use-cell");
        StackPane.setAlignment(words, Pos.CENTER_LEFT);
        StackPane.setAlignment(buttons, Pos.CENTER_RIGHT);
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setVisible(false);
        more.getStyleClass().remove("flat");
        more.getStyleClass().add("row-action");
        more.setFocusTraversable(false);
        run.setOnAction(event -> act(acts::run));
        open.setOnAction(event -> act(acts::open));
        save.setOnAction(event -> act(acts::save));
        more.setOnAction(event -> act(this::popUp));
        tableRowProperty().addListener((property, before, now) -> follow(now));
        widthProperty().addListener((property, before, now) -> fold(now.doubleValue()));
    }

    private static Button button(String text, Ikon icon) {
        Button button = new Button(text, Icons.of(icon));
        button.getStyleClass().addAll("small", "row-action");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow(@Nullable TableRow<ImageRow> row) {
        if (row != null) {
            buttons.visibleProperty()
                    .bind(
                            row.hoverProperty()
                                    .or(row.selectedProperty())
                                    .and(row.emptyProperty().not()));
        }
    }

    private void fold(double width) {
        boolean roomy = width >= ROOM_FOR_WORDS;
        run.setManaged(roomy);
        run.setVisible(roomy);
        open.setManaged(roomy);
        open.setVisible(roomy);
        save.setManaged(roomy);
        save.setVisible(roomy);
    }

    private void act(Consumer<ImageRow> what) {
        ImageRow row = getItem();
        if (row != null) {
            getTableView().getSelectionModel().select(row);
            what.accept(row);
        }
    }

    private void popUp(ImageRow row) {
        RowMenu.of(acts, row, null).show(more, Side.BOTTOM, 0, 4);
    }

    @Override
    protected void updateItem(@Nullable ImageRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        String problem = row.image().problem();
        words.setText(problem != null ? Escapes.text(problem) : row.image().inUse() ? "open" : "");
        words.setGraphic(
                problem == null && row.image().inUse()
                        ? Icons.of(MaterialDesignC.CIRCLE_MEDIUM)
                        : null);
        words.getStyleClass().setAll("label", problem == null ? "use" : "deleted-text");
        setGraphic(box);
    }
}
