package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.EntryType;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
    private static final PseudoClass UNCHANGED = PseudoClass.getPseudoClass("unchanged");
    private static final int INDENT = 16;
    private static final int BADGE = 16;

    /** The icon with the room around it and at the end of the cell. */
    private static final int ICON = 52;

    private final Badge badge = new Badge();
    private final Region indent = new Region();
    private final FontIcon twisty = Icons.of(MaterialDesignC.CHEVRON_RIGHT);
    private final StackPane twistyBox = new StackPane(twisty);
    private final FontIcon icon = Icons.of(MaterialDesignF.FILE_OUTLINE);
    private final Label name = new Label();
    private final Label hint = new Label();
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
        HBox.setMargin(icon, new Insets(0, 8, 0, 4));
        HBox.setMargin(hint, new Insets(0, 0, 0, 8));
        setText(null);
    }

    /** The hint gives way to the name, and only then the name to its end. */
    @Override
    protected void layoutChildren() {
        double taken = BADGE + indent.getPrefWidth() + INDENT + ICON;
        name.setMinWidth(Math.max(0, Math.min(name.prefWidth(-1), getWidth() - taken)));
        super.layoutChildren();
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Kind kind = row.kind();
        boolean shadow = ChangeHint.isShadow(row);
        badge.show(kind, shadow);
        indent.setPrefWidth(6 + row.depth() * (double) INDENT);
        boolean parent = row.hasChildren();
        twisty.setVisible(parent);
        twisty.setIconCode(
                row.isOpen() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        String text = Escapes.text(row.changes().name(row.node()));
        EntryType type = row.type();
        icon.setIconCode(FileIcons.of(type, text, row.isOpen()));
        name.setText(text);
        hint.setText(ChangeHint.of(row));
        setTooltip(kind == Kind.DELETED ? new Tooltip(ChangeHint.ofRemoval(row)) : null);
        name.getStyleClass().setAll("label", "name");
        if (kind == Kind.DELETED) {
            name.getStyleClass().addAll("struck", "deleted-text");
        }
        if (getTableRow() != null) {
            getTableRow().pseudoClassStateChanged(UNCHANGED, kind == Kind.UNCHANGED);
        }
        setAccessibleText(text + ", " + Badge.word(kind) + ", " + type.word());
        setGraphic(box);
    }
}
