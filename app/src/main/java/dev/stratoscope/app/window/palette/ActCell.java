package dev.stratoscope.app.window.palette;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One act in the palette's list: icon, name, hint, keys. */
final class ActCell extends ListCell<Act> {
    private static final double NAME_ROOM = 120;

    private final FontIcon icon = Icons.of(MaterialDesignC.CHEVRON_RIGHT);
    private final Label name = new Label();
    private final Label hint = new Label();
    private final Label keys = new Label();
    private final HBox row;

    ActCell() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        name.getStyleClass().add("name");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(0);
        hint.getStyleClass().addAll("secondary", "muted");
        hint.setMinWidth(0);
        keys.getStyleClass().add("key");
        keys.setMinWidth(USE_PREF_SIZE);
        row = new HBox(12, icon, name, hint, spacer, keys);
        row.getStyleClass().add("palette-row");
        row.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Act act, boolean empty) {
        super.updateItem(act, empty);
        setGraphic(act == null || empty ? null : row);
        if (act == null || empty) {
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(act.icon());
        name.setText(act.name());
        name.setMinWidth(act.hint().isEmpty() ? 0 : NAME_ROOM);
        hint.setText(act.hint());
        boolean none = act.keys().isEmpty();
        keys.setText(none ? "Enter" : act.keycaps().getFirst());
        keys.setVisible(!none || isSelected());
        setAccessibleText((act.name() + " " + act.hint() + " " + act.keyText()).strip());
    }

    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        updateItem(getItem(), isEmpty());
    }
}
