package dev.stratoscope.app.view.stack;

/**
 * How a step is to be drawn at this moment.
 *
 * @param selected whether the thumb stands on it
 * @param hovered whether the pointer is over it
 * @param above whether it lies above the thumb, so that it is not part of what "here" covers
 * @param narrow whether there is room for numbers and sizes only
 */
record Look(boolean selected, boolean hovered, boolean above, boolean narrow) {
    /** The ink of text that is plain in this look. */
    Ink text() {
        return above ? Ink.MUTED : Ink.TEXT;
    }

    /** An ink that gives way to the muted one above the thumb. */
    Ink unlessAbove(Ink ink) {
        return above ? Ink.MUTED : ink;
    }
}
