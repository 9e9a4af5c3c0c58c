package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

import java.util.function.Consumer;

/**
 * What can be done with a container, while its row is selected or pointed at. The buttons are no
 * focus stops: every act has a key of the table.
 */
final class ActsCell extends TableCell<Seen, Seen> {
    private static final double ROOM_FOR_WORDS = 200;

    private final ContainerActs acts;
    private final Button open = button("Open");
    private final Button main = button("");
    private final HBox buttons;

    ActsCell(ContainerActs acts) {
        this.acts = acts;
        getStyleClass().add("use-cell");
        Button more = Actions.icon(MaterialDesignD.DOTS_HORIZONTAL, "More acts");
        more.getStyleClass().remove("flat");
        more.getStyleClass().add("row-action");
        more.setFocusTraversable(false);
        more.setOnAction(
                event -> act(seen -> RowActs.menu(acts, seen).show(more, Side.BOTTOM, 0, 4)));
        open.setGraphic(Icons.of(MaterialDesignO.OPEN_IN_NEW));
        open.setOnAction(event -> act(acts::open));
        main.setOnAction(event -> act(seen -> RowActs.main(seen).accept(this.acts, seen)));
        buttons = new HBox(4, main, open, more);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setVisible(false);
        tableRowProperty().addListener((property, before, now) -> follow(now));
        widthProperty().addListener((property, before, now) -> fold(now.doubleValue()));
    }

    private static Button button(String words) {
        Button button = new Button(words);
        button.getStyleClass().addAll("small", "row-action");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow(@Nullable TableRow<Seen> row) {
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
        for (Button each : new Button[] {main, open}) {
            each.setManaged(roomy);
            each.setVisible(roomy);
        }
    }

    private void act(Consumer<Seen> what) {
        Seen seen = getItem();
        if (seen != null) {
            getTableView().getSelectionModel().select(seen);
            what.accept(seen);
        }
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        setText(null);
        if (seen == null || empty) {
            setGraphic(null);
            return;
        }
        main.setText(RowActs.mainWords(seen));
        main.setDisable(seen.obstacle() != null);
        main.setGraphic(Icons.of(RowActs.mainIcon(seen)));
        setGraphic(buttons);
    }
}
