package dev.stratoscope.app.view;

import javafx.scene.control.Label;

/** A label that may be missed: it is shown whole, or not at all where there is no room for it. */
public final class Remark extends Label {
    /** A remark in muted letters; empty at first when {@code words} is. */
    public Remark(String words) {
        super(words);
        getStyleClass().add("hint");
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        setVisible(getWidth() + 0.5 >= prefWidth(-1));
    }
}
