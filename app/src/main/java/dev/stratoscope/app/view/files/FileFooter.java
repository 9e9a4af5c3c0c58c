package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.diff.Kind;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the tree: how much of it is shown, and what is selected. */
final class FileFooter extends HBox {
    private final Label shown = new Label();
    private final Label hidden = new Label();
    private final Hyperlink show = new Hyperlink("Show");
    private final Label selection = new Label();

    FileFooter() {
        getStyleClass().add("pane-footer");
        shown.setMinWidth(USE_PREF_SIZE);
        show.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(shown, hidden, show, spacer, selection);
        clear();
    }

    void onShowAll(Runnable action) {
        show.setOnAction(event -> action.run());
    }

    void clear() {
        shown.setText("");
        hidden.setText("");
        show.setVisible(false);
        selection.setText("");
    }

    void show(FileRows rows) {
        int all = rows.pathsInScope();
        int unchanged = rows.count(Kind.UNCHANGED);
        int changed = all - unchanged;
        boolean hides = unchanged > 0 && !rows.filter().kinds().contains(Kind.UNCHANGED);
        String search = rows.filter().text();
        shown.setText(
                !search.isEmpty()
                        ? String.format(
                                "%s %s %s",
                                count(rows.matches()),
                                rows.matches() == 1 ? "matches" : "match",
                                search)
                        : changed > 0 && unchanged > 0
                                ? String.format("%s changed of %,d", count(changed), all)
                                : count(all));
        hidden.setText(hides ? String.format("%,d unchanged hidden.", unchanged) : "");
        hidden.setManaged(hides);
        show.setVisible(hides);
        show.setManaged(hides);
    }

    private static String count(int paths) {
        return String.format("%,d %s", paths, paths == 1 ? "path" : "paths");
    }

    /** Says how many rows are selected and what they are together; nothing when none is. */
    void select(int rows, long bytes) {
        selection.setText(
                rows == 0 ? "" : String.format("%,d selected, %s", rows, HumanSize.spaced(bytes)));
    }
}
