package dev.stratoscope.app.view.stack;

/** What "here" covers, seen from the selected step. */
public enum Scope {
    /** Only the changes the selected step made. */
    THIS_LAYER,
    /** Every step from scratch to the selected one. */
    UP_TO_HERE,
    /** Every step of the image, whichever is selected. */
    WHOLE_IMAGE,
    /** What differs between the selected step and a second one, the lower of them the old state. */
    COMPARED_WITH
}
