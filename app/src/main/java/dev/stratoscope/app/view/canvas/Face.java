package dev.stratoscope.app.view.canvas;

import javafx.scene.text.Font;

/** A type that a picture is set in; the constants of an enum. */
public interface Face {
    /** Makes the font; a fallback of the system where the face is missing. */
    Font font();
}
