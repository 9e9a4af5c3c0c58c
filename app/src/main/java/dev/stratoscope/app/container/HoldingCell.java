package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.EntryType;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** One path that the new layer holds: how it changed, where it is, and what it costs. */
final class HoldingCell extends ListCell<Integer> {
    private final Badge badge = new Badge();
    private final Label path = new Label();
    private final Label size = new Label();
    private final HBox line;
    private final HoldingList list;

    HoldingCell(HoldingList list) {
        this.list = list;
        path.getStyleClass().add("mono");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(0);
        size.getStyleClass().addAll("mono", "muted");
        size.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        line = new HBox(8, badge, path, spacer, size);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Integer node, boolean empty) {
        super.updateItem(node, empty);
        Holding holding = list.holding();
        if (node == null || empty || holding == null || node >= holding.changes().size()) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        WrittenChanges changes = holding.changes();
        Kind kind = changes.kind(node);
        badge.show(kind, false);
        path.setText(Escapes.text(changes.path(node)));
        size.setText(size(changes, node, kind));
        setAccessibleText(path.getText() + ", " + Badge.word(kind) + ", " + size.getText());
        setGraphic(line);
    }

    private static String size(WrittenChanges changes, int node, Kind kind) {
        if (kind == Kind.DELETED) {
            return "whiteout";
        }
        PathState after = changes.after(node);
        if (after == null || after.type() != EntryType.FILE) {
            return after == null ? "" : after.type().word();
        }
        return HumanSize.spaced(after.fileSize());
    }
}
