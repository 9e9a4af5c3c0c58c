package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A container's name. */
final class NameCell extends TableCell<Seen, Seen> {
    NameCell() {
        getStyleClass().add("repository-cell");
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        if (seen == null || empty) {
            setText(null);
            setTooltip(null);
            setGraphic(null);
            return;
        }
        setText(seen.name());
        setTooltip(new Tooltip(seen.name() + "\n" + seen.id()));
        setGraphic(Icons.of(MaterialDesignC.CUBE_OUTLINE));
    }
}
