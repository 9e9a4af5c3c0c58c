package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A state: a dot and a word. */
final class StateCell extends TableCell<Seen, Seen> {
    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        getStyleClass().setAll("cell", "indexed-cell", "table-cell", "state-cell");
        if (seen == null || empty) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(StateWords.brief(seen.state()));
        setGraphic(Icons.of(MaterialDesignC.CIRCLE_MEDIUM));
        getStyleClass().add(StateWords.style(seen.state()));
        String problem = seen.state().problem();
        setTooltip(problem == null ? null : new Tooltip(Escapes.text(problem)));
    }
}
