package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Focus;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/**
 * The layer above the window's content, for at most one thing that lies over it: the palette, the
 * list of jobs, the settings. It goes away with Esc, with a click beside it and when the keyboard
 * goes elsewhere; the keyboard then goes back to where it was. It is a part of the window instead
 * of a window of its own, so that theme, size and focus are the window's.
 */
final class Overlay extends Pane {
    private static final double EDGE = 8;

    private final ChangeListener<Node> onFocus = (property, before, now) -> focusMoved(now);
    private @Nullable Region shown;
    private @Nullable Node before;
    private Spot spot = new Spot(Pos.CENTER, 0, 0);

    /**
     * Where something lies.
     *
     * @param corner the side or corner of the window
     * @param x pixels from there, inwards
     * @param y pixels from there, inwards
     */
    record Spot(Pos corner, double x, double y) {}

    Overlay() {
        getStyleClass().add("overlay");
        setPickOnBounds(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Listens for clicks beside what lies above {@code window}. */
    void listen(Node window) {
        window.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    Region open = shown;
                    if (open != null && !isInside(event.getTarget(), open)) {
                        hide();
                    }
                });
    }

    private static boolean isInside(Object target, Node part) {
        return target instanceof Node node && Focus.isBelow(node, part);
    }

    /**
     * Shows something instead of what was shown.
     *
     * @param first what gets the keyboard
     */
    void show(Region content, Spot place, Node first) {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        Node was = shown == null ? scene.getFocusOwner() : before;
        remove();
        before = was;
        spot = place;
        shown = content;
        getChildren().setAll(content);
        content.applyCss();
        requestLayout();
        layout();
        first.requestFocus();
        scene.focusOwnerProperty().addListener(onFocus);
    }

    /** Whether this is what is shown. */
    boolean shows(@Nullable Region content) {
        return content != null && content.equals(shown);
    }

    /** Takes it away, and gives the keyboard back. */
    void hide() {
        Node was = before;
        boolean mine = shown != null && Focus.isIn(shown);
        remove();
        if (mine && was != null && was.getScene() != null) {
            was.requestFocus();
        }
    }

    private void remove() {
        Region open = shown;
        shown = null;
        before = null;
        if (open != null && getScene() != null) {
            getScene().focusOwnerProperty().removeListener(onFocus);
        }
        getChildren().clear();
    }

    private void focusMoved(@Nullable Node now) {
        Region open = shown;
        if (open != null && now != null && !Focus.isBelow(now, open)) {
            remove();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            hide();
        }
    }

    @Override
    protected void layoutChildren() {
        Region open = shown;
        if (open == null) {
            return;
        }
        double width = Math.min(snapSizeX(open.prefWidth(-1)), getWidth() - 2 * EDGE);
        double height = Math.min(snapSizeY(open.prefHeight(width)), getHeight() - 2 * EDGE);
        double x =
                switch (spot.corner().getHpos()) {
                    case LEFT -> spot.x();
                    case RIGHT -> getWidth() - width - spot.x();
                    case CENTER -> (getWidth() - width) / 2 + spot.x();
                };
        double y =
                switch (spot.corner().getVpos()) {
                    case TOP, BASELINE -> spot.y();
                    case BOTTOM -> getHeight() - height - spot.y();
                    case CENTER -> (getHeight() - height) / 2 + spot.y();
                };
        open.resizeRelocate(
                snapPositionX(Math.max(EDGE, x)), snapPositionY(Math.max(EDGE, y)), width, height);
    }
}
