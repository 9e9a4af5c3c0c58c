package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.ActMenu;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/** What can be done with the selected paths, with the keys that do it too. */
final class FileMenu {
    private final TreeActs acts;
    private final ColumnMenu columns;
    private final ContextMenu menu = new ContextMenu();

    FileMenu(TreeActs acts, ColumnMenu columns) {
        this.acts = acts;
        this.columns = columns;
    }

    /** Shows it at a point of the screen. */
    void show(Node over, double x, double y) {
        menu.getItems().clear();
        FileRow row = acts.row();
        if (row != null) {
            fill(row, acts.selected().size() > 1);
        }
        menu.getItems().add(columns.part());
        menu.show(over, x, y);
    }

    private void fill(FileRow row, boolean several) {
        if (row.hasChildren() && !several) {
            add(row.isOpen() ? "Close folder" : "Open folder", key(KeyCode.ENTER), acts::toggle);
            add("Expand all below", null, () -> acts.openBelow(true));
            add("Collapse all below", null, () -> acts.openBelow(false));
        }
        if (!several) {
            add("Quick look", key(KeyCode.SPACE), () -> acts.look(false));
            if (acts.acts().hasTouches()) {
                add("Layers that touched it", key(KeyCode.B), acts::showTouches);
            }
        }
        separate();
        acts.more().forEach(act -> menu.getItems().add(ActMenu.item(act)));
        add(acts.acts().extracting(), shortcut(KeyCode.E), acts::extract);
        separate();
        add(several ? "Copy paths" : "Copy path", shortcut(KeyCode.C), acts::copyPaths);
        add(several ? "Copy names" : "Copy name", null, acts::copyNames);
        add("Copy as text", null, acts::copyTable);
        add("Copy as JSON", null, acts::copyJson);
        separate();
        add("Show only files of " + acts.owner(row), null, acts::filterByOwner);
        if (row.layer() >= 0) {
            add("Select " + acts.layerName(row), null, () -> acts.selectLayer(row.layer()));
        }
        separate();
    }

    private void add(String words, @Nullable KeyCombination key, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setAccelerator(key);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }

    private void separate() {
        menu.getItems().add(new SeparatorMenuItem());
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
