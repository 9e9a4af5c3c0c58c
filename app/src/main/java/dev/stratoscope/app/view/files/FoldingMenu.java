package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Actions;

import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Opens and closes many folders at once. */
final class FoldingMenu {
    /** Opens all. */
    static final KeyCombination EXPAND = KeyCombination.valueOf("Shortcut+Right");

    /** Closes all. */
    static final KeyCombination COLLAPSE = KeyCombination.valueOf("Shortcut+Left");

    /** Leaves open what leads to a change. */
    static final KeyCombination TO_CHANGES = KeyCombination.valueOf("Shortcut+Shift+Left");

    private static final KeyCombination BELOW = new KeyCharacterCombination("*");

    private final FilesPane pane;

    FoldingMenu(FilesPane pane) {
        this.pane = pane;
    }

    /**
     * The button that shows it. The menu is not the button's own, since the keys in it would then
     * count wherever the focus is.
     */
    Button button() {
        Button button =
                Actions.icon(MaterialDesignU.UNFOLD_MORE_HORIZONTAL, "Open and close folders");
        ContextMenu menu =
                new ContextMenu(
                        item("Expand all", EXPAND, pane::expandAll),
                        item("Expand all below the selected folder", BELOW, pane::expandBelow),
                        item("Collapse all", COLLAPSE, pane::collapseAll),
                        item("Collapse to changes", TO_CHANGES, pane::collapseToChanges));
        button.setId("fold-files");
        button.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 2));
        return button;
    }

    private static MenuItem item(String words, KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
