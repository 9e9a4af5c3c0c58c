package dev.stratoscope.app.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/**
 * Shows a part at another size: it lays it out in the room divided by the scale and draws it larger
 * by the same. Menus and tooltips that belong to the window are drawn larger, too.
 */
final class Zoom extends Region {
    /** Below this no part of the window has room for what it must show. */
    private static final double LEAST_WIDTH = 520;

    private static final double LEAST_HEIGHT = 440;

    /** Between these sizes hairlines would lie between pixels. */
    private static final double STEP = 0.25;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final DoubleProperty wanted = new SimpleDoubleProperty(this, "wanted", 1);
    private final ListChangeListener<Window> onWindows =
            change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(this::enlarge);
                }
            };

    Zoom(Region content) {
        this.content = content;
        content.getTransforms().setAll(scale);
        getChildren().setAll(content);
        scale.yProperty().bind(scale.xProperty());
        wanted.addListener((property, before, now) -> requestLayout());
        Window.getWindows().addListener(onWindows);
    }

    /**
     * How much larger everything is wanted; 1 is as designed. A window too small for that shows its
     * content as large as there is room for.
     */
    DoubleProperty scaleProperty() {
        return wanted;
    }

    /** Forgets the program's other windows. */
    void dispose() {
        Window.getWindows().removeListener(onWindows);
    }

    private void enlarge(Window window) {
        if (window instanceof PopupWindow popup && belongsHere(popup) && scale.getX() > 1) {
            Parent root = popup.getScene().getRoot();
            for (Node part : root.getChildrenUnmodifiable()) {
                if (!part.getTransforms().contains(scale)) {
                    part.getTransforms().add(scale);
                }
            }
        }
    }

    private boolean belongsHere(PopupWindow popup) {
        @Nullable Window owner = popup;
        while (owner instanceof PopupWindow child) {
            owner = child.getOwnerWindow();
        }
        return getScene() != null && owner != null && owner.equals(getScene().getWindow());
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * wanted.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * wanted.get();
    }

    @Override
    protected void layoutChildren() {
        double room = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
        double shown = Math.clamp(Math.floor(room / STEP) * STEP, 1, wanted.get());
        scale.setX(shown);
        content.resizeRelocate(0, 0, getWidth() / shown, getHeight() / shown);
    }
}
