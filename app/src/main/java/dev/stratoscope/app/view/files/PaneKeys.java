package dev.stratoscope.app.view.files;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the file tree that act on all of it. */
final class PaneKeys {
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination PREVIOUS =
            new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination AGAIN = KeyCombination.valueOf("Shortcut+G");
    private static final KeyCombination BACK = KeyCombination.valueOf("Shortcut+Shift+G");

    private final FilesPane pane;

    PaneKeys(FilesPane pane) {
        this.pane = pane;
    }

    /** Keys that count wherever the focus is in the pane. */
    void anywhere(KeyEvent event) {
        if (NEXT.match(event) || AGAIN.match(event)) {
            pane.findNext();
        } else if (PREVIOUS.match(event) || BACK.match(event)) {
            pane.findPrevious();
        } else {
            return;
        }
        event.consume();
    }

    /** Keys that mean something else in a field. */
    void inTable(KeyEvent event) {
        if (FoldingMenu.EXPAND.match(event)) {
            pane.expandAll();
        } else if (FoldingMenu.COLLAPSE.match(event)) {
            pane.collapseAll();
        } else if (FoldingMenu.TO_CHANGES.match(event)) {
            pane.collapseToChanges();
        } else if (event.getCode() == KeyCode.ESCAPE && pane.isSearching()) {
            pane.clearSearch();
        } else {
            return;
        }
        event.consume();
    }

    /** The star stands on different keys of different keyboards. */
    void typedInTable(KeyEvent event) {
        if (event.getCharacter().equals("*") && !event.isShortcutDown()) {
            pane.expandBelow();
            event.consume();
        }
    }
}
