package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Ink;

/** The colours that ribbons have beyond those of the stacks. */
enum RibbonInk implements Ink {
    /** Fill of what is the same. */
    BAND("-st-ribbon-band"),
    /** Fill of what only the new side has. */
    ADDED_BACK("-st-ribbon-added-back"),
    /** Fill of what only the old side has. */
    DELETED_BACK("-st-ribbon-deleted-back"),
    /** Edge of what changed. */
    AMBER("-st-ribbon-amber");

    private final String property;

    RibbonInk(String property) {
        this.property = property;
    }

    @Override
    public String property() {
        return property;
    }
}
