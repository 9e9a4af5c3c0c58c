package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Actions;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

import java.util.ArrayList;
import java.util.List;

/** Ticks the columns of a file table. */
final class ColumnMenu {
    private final FileColumns columns;

    ColumnMenu(FileColumns columns) {
        this.columns = columns;
    }

    /** The button at the right end of the head. */
    Button button() {
        Button button = Actions.icon(MaterialDesignD.DOTS_HORIZONTAL, "Choose columns");
        button.getStyleClass().add("columns-button");
        button.setId("choose-columns");
        ContextMenu menu = heads();
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 2));
        return button;
    }

    /** A menu for the heads of the columns. */
    ContextMenu heads() {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        menu.getItems().setAll(items());
        return menu;
    }

    /** A part of another menu. */
    Menu part() {
        Menu menu = new Menu("Columns");
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (FileColumn what : columns.offered()) {
            CheckMenuItem item =
                    new CheckMenuItem(
                            what.title() + (columns.isGivingWay(what) ? " (no room)" : ""));
            item.setSelected(columns.choiceProperty().get().has(what));
            item.setOnAction(event -> columns.choose(what, item.isSelected()));
            items.add(item);
        }
        MenuItem usual = new MenuItem("Usual columns");
        usual.setOnAction(event -> columns.choiceProperty().set(columns.usual()));
        items.add(new SeparatorMenuItem());
        items.add(usual);
        return items;
    }
}
