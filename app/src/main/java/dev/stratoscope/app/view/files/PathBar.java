package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.EntryType;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The folders that lead to the selected path, each a button that goes there. Where there is no room
 * for all, those after the root are left out. One stop for the Tab key; Left and Right move in it.
 */
final class PathBar extends Pane {
    private static final double HEIGHT = 27;

    private final List<Button> crumbs = new ArrayList<>();
    private final Label more = new Label("…");
    private final Label last = new Label();
    private final IntConsumer chosen;

    /**
     * A bar that shows the root alone.
     *
     * @param chosen told the node of the folder to go to; 0 is the root
     */
    PathBar(IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().add("path-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        more.getStyleClass().add("muted");
        last.getStyleClass().add("last");
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        clear();
    }

    /** Shows the root alone. */
    void clear() {
        fill(List.of(crumb("/", 0, 0)));
        last.setText("");
    }

    /** Shows what leads to a node. */
    void show(Changeset changes, int node) {
        List<Integer> folders = new ArrayList<>();
        for (int up = changes.parent(node); up > 0; up = changes.parent(up)) {
            folders.addFirst(up);
        }
        List<Button> shown = new ArrayList<>(List.of(crumb("/", 0, 0)));
        for (int folder : folders) {
            shown.add(crumb(Escapes.text(changes.name(folder)) + "/", shown.size(), folder));
        }
        fill(shown);
        boolean isFolder = changes.type(node) == EntryType.DIRECTORY;
        last.setText(Escapes.text(changes.name(node)) + (isFolder ? "/" : ""));
    }

    private Button crumb(String words, int index, int node) {
        if (index == crumbs.size()) {
            Button made = new Button();
            made.setMnemonicParsing(false);
            made.getStyleClass().setAll("crumb");
            crumbs.add(made);
        }
        Button crumb = crumbs.get(index);
        crumb.setText(words);
        crumb.setAccessibleText("Go to " + (node == 0 ? "the root" : words));
        crumb.setOnAction(event -> chosen.accept(node));
        return crumb;
    }

    private void fill(List<Button> shown) {
        List<Node> children = new ArrayList<>(shown);
        children.add(1, more);
        children.add(last);
        getChildren().setAll(children);
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).setFocusTraversable(i == shown.size() - 1);
        }
    }

    private List<Button> shown() {
        List<Button> shown = new ArrayList<>();
        for (Node child : getChildren()) {
            if (child instanceof Button crumb) {
                shown.add(crumb);
            }
        }
        return shown;
    }

    private void onKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        List<Button> visible = shown().stream().filter(Node::isVisible).toList();
        int at = event.getTarget() instanceof Button focused ? visible.indexOf(focused) : -1;
        if (by != 0 && at >= 0) {
            if (at + by >= 0 && at + by < visible.size()) {
                visible.get(at + by).requestFocus();
            }
            event.consume();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        List<Button> shown = shown();
        double wanted = last.prefWidth(-1);
        for (Button crumb : shown) {
            wanted += crumb.prefWidth(-1);
        }
        int from = 1;
        while (from < shown.size() && wanted > room) {
            wanted -= shown.get(from++).prefWidth(-1);
            wanted += from == 2 ? more.prefWidth(-1) : 0;
        }
        double x = insets.getLeft();
        for (int i = 0; i < shown.size(); i++) {
            boolean visible = i == 0 || i >= from;
            shown.get(i).setVisible(visible);
            x += visible ? place(shown.get(i), x, Double.MAX_VALUE) : 0;
            more.setVisible(from > 1);
            x += i == 0 && from > 1 ? place(more, x, Double.MAX_VALUE) : 0;
        }
        place(last, x, Math.max(0, insets.getLeft() + room - x));
    }

    private double place(Node node, double x, double most) {
        double width = Math.min(most, node.prefWidth(-1));
        double height = node.prefHeight(width);
        node.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
        return width;
    }
}
