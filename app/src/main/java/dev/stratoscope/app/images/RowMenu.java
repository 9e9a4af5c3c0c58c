package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Everything that can be done with one row. */
final class RowMenu {
    private RowMenu() {}

    /**
     * The menu of a row.
     *
     * @param other the only other one that is selected; null where there is none, or more
     */
    static ContextMenu of(Acts acts, ImageRow row, @Nullable ImageRow other) {
        ContextMenu menu =
                new ContextMenu(
                        item("Open", MaterialDesignO.OPEN_IN_NEW, "Enter", () -> acts.open(row)),
                        item("Run…", MaterialDesignP.PLAY, "Shortcut+R", () -> acts.run(row)),
                        other == null
                                ? item(
                                        "Compare with…",
                                        MaterialDesignC.COMPARE,
                                        "Shortcut+Shift+C",
                                        () -> acts.compareWith(row))
                                : item(
                                        "Compare the two",
                                        MaterialDesignC.COMPARE,
                                        "Shortcut+Shift+C",
                                        () -> acts.compare(other, row)),
                        item(
                                "Save…",
                                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                                "Shortcut+S",
                                () -> acts.save(row)),
                        item("Tag…", MaterialDesignT.TAG_OUTLINE, "F2", () -> acts.tag(row)),
                        new SeparatorMenuItem(),
                        item(
                                "Copy ID",
                                MaterialDesignC.CONTENT_COPY,
                                "Shortcut+C",
                                () -> Actions.copy(row.image().id().toString())));
        if (row.name() != null) {
            menu.getItems()
                    .add(
                            item(
                                    "Copy name",
                                    MaterialDesignC.CONTENT_COPY,
                                    "",
                                    () -> Actions.copy(row.title())));
        }
        menu.getItems().add(new SeparatorMenuItem());
        boolean untags = row.image().names().size() > 1;
        menu.getItems()
                .add(
                        item(
                                untags ? "Remove this name" : "Remove…",
                                MaterialDesignD.DELETE_OUTLINE,
                                "Delete",
                                () -> acts.remove(row)));
        return menu;
    }

    private static MenuItem item(String words, Ikon icon, String keys, Runnable action) {
        MenuItem item = new MenuItem(words, Icons.of(icon));
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
