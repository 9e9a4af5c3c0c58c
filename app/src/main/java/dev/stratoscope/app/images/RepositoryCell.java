package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Icons;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** An image's icon and repository; a damaged image has another icon, and says why. */
final class RepositoryCell extends TableCell<ImageRow, ImageRow> {
    /** Of a cell whose row has no name. */
    static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

    private final FontIcon icon = Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE);
    private final Tooltip why = new Tooltip();

    RepositoryCell() {
        getStyleClass().add("repository-cell");
        why.setWrapText(true);
        why.setMaxWidth(480);
    }

    @Override
    protected void updateItem(@Nullable ImageRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String problem = row.image().problem();
        setText(row.repository());
        icon.setIconCode(
                problem == null
                        ? MaterialDesignL.LAYERS_TRIPLE_OUTLINE
                        : MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        setGraphic(icon);
        why.setText(problem == null ? "" : problem);
        setTooltip(problem == null ? null : why);
        setAccessibleText(row.title() + (problem == null ? "" : ", damaged: " + problem));
        pseudoClassStateChanged(NONE, row.name() == null);
        pseudoClassStateChanged(DAMAGED, problem != null);
    }
}
