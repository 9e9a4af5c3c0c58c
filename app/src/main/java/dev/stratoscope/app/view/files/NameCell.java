package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.diff.Kind;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.function.Consumer;

/** Badge, indent, twisty, icon, name and hint; the badge column never moves with the indent. */
final class NameCell extends TableCell<FileRow, FileRow> {
    private static final int INDENT = 16;
    private static final int BADGE = 16;

    /** The icon with the room around it and at the end of the cell. */
    private static final int ICON = 52;

    /** A hint with less room than this tells nothing. */
    private static final int LEAST_HINT = 40;

    private final Badge badge = new Badge();
    private final Region indent = new Region();
    private final FontIcon twisty = Icons.of(MaterialDesignC.CHEVRON_RIGHT);
    private final StackPane twistyBox = new StackPane(twisty);
    private final FontIcon icon = Icons.of(MaterialDesignF.FILE_OUTLINE);
    private final Label name = new Label();
    private final Label hint = new Label();
    private final Tooltip removal = new Tooltip();
    private final HBox box = new HBox(badge, indent, twistyBox, icon, name, hint);

    NameCell(Consumer<FileRow> toggle) {
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("name-cell");
        name.getStyleClass().add("name");
        hint.getStyleClass().add("hint");
        twistyBox.setMinWidth(INDENT);
        twistyBox.setPrefWidth(INDENT);
        indent.setMinWidth(Region.USE_PREF_SIZE);
        twistyBox.setOnMousePressed(
                event -> {
                    FileRow row = getItem();
                    if (row != null && row.hasChildren()) {
                        toggle.accept(row);
                        event.consume();
                    }
                });
        removal.setOnShowing(
                event -> {
                    FileRow row = getItem();
                    removal.setText(row == null ? "" : ChangeHint.ofRemoval(row));
                });
        HBox.setMargin(icon, new Insets(0, 8, 0, 4));
        HBox.setMargin(hint, new Insets(0, 0, 0, 8));
        setText(null);
        setGraphic(box);
    }

    /** The hint gives way to the name, and only then the name to its end. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - BADGE - indent.getPrefWidth() - INDENT - ICON;
        double wanted = name.prefWidth(-1);
        hint.setVisible(room - wanted >= Math.min(LEAST_HINT, hint.prefWidth(-1)));
        name.setMinWidth(Math.max(0, Math.min(wanted, room)));
        super.layoutChildren();
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            name.setText("");
            hint.setText("");
            // Taken out and put in again, it would be styled anew with all that is in it.
            box.setVisible(false);
            setTooltip(null);
            return;
        }
        Kind kind = row.kind();
        badge.show(kind, ChangeHint.isShadow(row));
        indent.setPrefWidth(6 + row.depth() * (double) INDENT);
        twisty.setVisible(row.hasChildren());
        twisty.setIconCode(
                row.isOpen() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        icon.setIconCode(FileIcons.of(row.type(), row.name(), row.isOpen()));
        name.setText(row.name());
        hint.setText(row.hint());
        hint.setManaged(!row.hint().isEmpty());
        setTooltip(kind == Kind.DELETED ? removal : null);
        box.setVisible(true);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        FileRow row = getItem();
        return attribute == AccessibleAttribute.TEXT && row != null
                ? row.spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
