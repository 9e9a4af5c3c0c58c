package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** A button whose menu opens and closes many folders at once. */
final class FoldingMenu extends MenuButton {
    /** Opens all. */
    static final KeyCombination EXPAND = KeyCombination.valueOf("Shortcut+Right");

    /** Closes all. */
    static final KeyCombination COLLAPSE = KeyCombination.valueOf("Shortcut+Left");

    /** Leaves open what leads to a change. */
    static final KeyCombination TO_CHANGES = KeyCombination.valueOf("Shortcut+Shift+Left");

    FoldingMenu(FilesPane pane) {
        setGraphic(Icons.of(MaterialDesignU.UNFOLD_MORE_HORIZONTAL));
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setAccessibleText("Open and close folders");
        setTooltip(
                new Tooltip(
                        "Open and close folders: "
                                + EXPAND.getDisplayText()
                                + " all, "
                                + COLLAPSE.getDisplayText()
                                + " none, * all below the selected one"));
        getItems()
                .setAll(
                        item("Expand all", EXPAND.getDisplayText(), pane::expandAll),
                        item("Expand all below the selected folder", "*", pane::expandBelow),
                        item("Collapse all", COLLAPSE.getDisplayText(), pane::collapseAll),
                        item(
                                "Collapse to changes",
                                TO_CHANGES.getDisplayText(),
                                pane::collapseToChanges));
    }

    /** The keys are words here: as accelerators they would count wherever the focus is. */
    private static MenuItem item(String words, String keys, Runnable action) {
        MenuItem item = new MenuItem(words + "   " + keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
