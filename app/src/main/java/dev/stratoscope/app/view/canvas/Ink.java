package dev.stratoscope.app.view.canvas;

/** A colour of a picture, by what it is for; the constants of an enum. */
public interface Ink {
    /** The name of the CSS property that gives the colour. */
    String property();
}
