package dev.stratoscope.app.view;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A layer's number in a small box, marked when it is the selected one. */
public final class LayerChip extends Label {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    /** A chip that shows nothing yet. */
    public LayerChip() {
        getStyleClass().add("layer-chip");
    }

    /** A chip for a layer. */
    public LayerChip(int layer, boolean here) {
        this();
        show(layer, here);
    }

    /**
     * Shows a layer.
     *
     * @param layer from 0 at the bottom; negative shows nothing
     * @param here whether it is the selected one
     */
    public void show(int layer, boolean here) {
        setVisible(layer >= 0);
        setText("L" + layer);
        setAccessibleText(null);
        pseudoClassStateChanged(HERE, here);
    }

    /** Shows the writable layer of a container. */
    public void showWritable(boolean here) {
        show(0, here);
        setText("W");
        setAccessibleText("Writable layer");
    }
}
