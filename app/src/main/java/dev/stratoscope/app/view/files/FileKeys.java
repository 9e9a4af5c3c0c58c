package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Notices;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What keys and the pointer do in a file table. */
final class FileKeys {
    /** JavaFX keeps an object a selected row, and takes seconds for a hundred thousand. */
    private static final int MOST_SELECTED = 10_000;

    private final FileTable table;
    private final TreeActs acts;
    private final FileMenu menu;
    private final Consumer<List<File>> drag;

    /**
     * Listens to a table.
     *
     * @param drag begins to drag files to other programs
     */
    FileKeys(FileTable table, TreeActs acts, FileMenu menu, Consumer<List<File>> drag) {
        this.table = table;
        this.acts = acts;
        this.menu = menu;
        this.drag = drag;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPress);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
        table.addEventHandler(MouseEvent.DRAG_DETECTED, this::onDrag);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenu);
    }

    private void onKey(KeyEvent event) {
        boolean taken =
                event.isShortcutDown()
                        ? shortcut(event.getCode())
                        : event.isShiftDown() ? shifted(event.getCode()) : plain(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case C -> acts.copyPaths();
            case E -> acts.extract();
            case A -> {
                return isTooMany(table.getItems().size());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shifted(KeyCode code) {
        switch (code) {
            case F10 -> showMenu();
            case HOME, END -> {
                int last = table.getItems().size() - 1;
                int to = code == KeyCode.HOME ? 0 : last;
                return isTooMany(Math.abs(table.getFocusModel().getFocusedIndex() - to));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onPress(MouseEvent event) {
        TableRow<?> row = event.isShiftDown() ? rowOf(event.getTarget()) : null;
        int from = table.getFocusModel().getFocusedIndex();
        if (row != null && isTooMany(Math.abs(row.getIndex() - from))) {
            event.consume();
        }
    }

    /** Says so where it is. */
    private boolean isTooMany(int rows) {
        if (rows <= MOST_SELECTED) {
            return false;
        }
        Notices.from(table)
                .say(
                        String.format(
                                "%,d rows are too many to be selected, %,d can be: filter first",
                                rows, MOST_SELECTED));
        return true;
    }

    private boolean plain(KeyEvent event) {
        FileRow row = acts.row();
        KeyCode code = event.getCode();
        if (code == KeyCode.CONTEXT_MENU) {
            showMenu();
            return true;
        }
        if (row == null || event.isAltDown()) {
            return false;
        }
        switch (code) {
            case RIGHT -> right(row);
            case LEFT -> left(row);
            case ENTER -> acts.enter();
            case SPACE -> acts.space();
            case B -> acts.showTouches();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void right(FileRow row) {
        if (row.isOpen()) {
            table.selectAndShow(table.getSelectionModel().getSelectedIndex() + 1);
        } else if (row.hasChildren()) {
            acts.toggle();
        }
    }

    private void left(FileRow row) {
        int parent = row.changes().parent(row.node());
        if (row.isOpen()) {
            acts.toggle();
        } else if (parent > 0) {
            table.selectAndShow(row.rows().rowOf(parent));
        }
    }

    private void onClick(MouseEvent event) {
        boolean twice = event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
        if (twice && isOnRow(event.getTarget())) {
            acts.enter();
        }
    }

    private void onDrag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !isOnRow(event.getTarget())) {
            return;
        }
        List<Path> files = acts.files();
        if (!files.isEmpty()) {
            drag.accept(files.stream().map(Path::toFile).toList());
            event.consume();
        }
    }

    /** A menu that a key asks for is shown by that key; else it is about the row it is over. */
    private void onMenu(ContextMenuEvent event) {
        TableRow<?> row = event.isKeyboardTrigger() ? null : rowOf(event.getTarget());
        if (row != null) {
            if (!row.isSelected()) {
                table.getSelectionModel().clearAndSelect(row.getIndex());
            }
            menu.show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void showMenu() {
        Node at =
                table.lookupAll(".table-row-cell").stream()
                        .filter(node -> node instanceof TableRow<?> row && row.isSelected())
                        .findFirst()
                        .orElse(table);
        Bounds box = at.localToScreen(at.getBoundsInLocal());
        boolean isRow = !at.equals(table);
        menu.show(table, box.getMinX() + 40, isRow ? box.getMaxY() : box.getMinY() + 40);
    }

    /** Whether an event is about a row, not about a head, a bar or nothing. */
    private static boolean isOnRow(Object target) {
        return rowOf(target) != null;
    }

    private static @Nullable TableRow<?> rowOf(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row) {
                return row.isEmpty() ? null : row;
            }
        }
        return null;
    }
}
