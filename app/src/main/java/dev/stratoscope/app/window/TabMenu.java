package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Page;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;

/** What can be done with a tab, by a click with the other button on its head. */
final class TabMenu {
    private final ImageTabs tabs;
    private final Tab tab;

    TabMenu(ImageTabs tabs, Tab tab) {
        this.tabs = tabs;
        this.tab = tab;
    }

    void attach() {
        MenuItem others = item("Close others", () -> tabs.closeOthers(tab));
        MenuItem right = item("Close to the right", () -> tabs.closeToTheRight(tab));
        MenuItem reopen = item("Reopen closed tab", tabs::reopen);
        ContextMenu menu =
                new ContextMenu(
                        item("Close", () -> tabs.close(tab)),
                        others,
                        right,
                        new SeparatorMenuItem(),
                        item("Copy path", this::copyPath),
                        new SeparatorMenuItem(),
                        reopen);
        menu.setOnShowing(
                event -> {
                    int last = tabs.pane().getTabs().size() - 1;
                    others.setDisable(tabs.all().size() < 2);
                    right.setDisable(tabs.pane().getTabs().indexOf(tab) == last);
                    reopen.setDisable(!tabs.canReopen());
                });
        tab.setContextMenu(menu);
    }

    private void copyPath() {
        if (tab.getContent() instanceof Page page) {
            Actions.copy(page.path());
        }
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }
}
