package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.stack.Step;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Two layer stacks joined by ribbons. Lives on the JavaFX thread. */
public final class RibbonStacks extends Region {
    private final ObjectProperty<@Nullable Ribbon> selected = new SimpleObjectProperty<>();

    /** Without steps. */
    public RibbonStacks() {
        getStyleClass().add("ribbon-stacks");
    }

    /** The ribbon that the files are limited to; null for all. */
    public ObjectProperty<@Nullable Ribbon> selectedProperty() {
        return selected;
    }

    /**
     * Shows two stacks. The same ribbon, by its pair, stays selected.
     *
     * @param before the old side's steps, the oldest first
     * @param after the new side's steps, the oldest first
     * @param ribbons every step of both once
     */
    public void show(List<Step> before, List<Step> after, List<Ribbon> ribbons) {
        // Drawn by the parts that follow.
    }
}
