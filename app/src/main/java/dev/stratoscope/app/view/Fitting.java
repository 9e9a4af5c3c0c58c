package dev.stratoscope.app.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.Pane;

/**
 * A row of nodes at their own width, as many from the left as fit; one that does not fit is hidden
 * rather than cut.
 */
public final class Fitting extends Pane {
    private final double gap;

    /**
     * A row without nodes.
     *
     * @param gap pixels between two nodes
     */
    public Fitting(double gap) {
        this.gap = gap;
    }

    /** Adds a node, with a line between it and the one before. */
    public void addAfterLine(Node node) {
        if (!getChildren().isEmpty()) {
            Separator line = new Separator(Orientation.VERTICAL);
            line.getStyleClass().add("fitting-line");
            getChildren().add(line);
        }
        getChildren().add(node);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node child : getChildren()) {
            width += (width > 0 ? gap : 0) + child.prefWidth(-1);
        }
        return width;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        Node line = null;
        boolean room = true;
        for (Node child : getChildren()) {
            double width = snapSizeX(child.prefWidth(-1));
            if (child instanceof Separator) {
                line = child;
                child.setVisible(false);
                continue;
            }
            double start = line == null ? x : x + line.prefWidth(-1) + gap;
            room = room && start + width <= getWidth() + 0.5;
            child.setVisible(room);
            if (room) {
                if (line != null) {
                    line.setVisible(true);
                    place(line, x, line.prefWidth(-1));
                }
                place(child, start, width);
                x = start + width + gap;
            }
            line = null;
        }
    }

    private void place(Node child, double x, double width) {
        double height = snapSizeY(Math.min(child.prefHeight(-1), getHeight()));
        child.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
