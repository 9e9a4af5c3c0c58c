package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Face;
import dev.stratoscope.app.view.canvas.Ink;

/**
 * A line of words on a ribbon.
 *
 * @param text what it reads
 * @param face its type
 * @param ink its colour
 */
record Label(String text, Face face, Ink ink) {}
