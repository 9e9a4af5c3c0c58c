package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.canvas.Ink;

/** The colours the map is drawn in, each a styleable property of the control. */
enum MapInk implements Ink {
    /** Behind everything. */
    PANE("-st-map-pane"),
    /** Ticks and the lines that join shared layers. */
    LINE("-st-map-line"),
    /** Edges of blocks. */
    EDGE("-st-map-edge"),
    /** Text. */
    TEXT("-st-map-text"),
    /** Secondary text. */
    MUTED("-st-map-muted"),
    /** A shared block. */
    SHARED("-st-map-shared"),
    /** Behind a shared column, and behind the rows of the column that is pointed at. */
    BAND("-st-map-band"),
    /** The selected row. */
    SELECT("-st-map-select"),
    /** A shared block of the selected row. */
    SELECTED("-st-map-selected"),
    /** Edges of what is selected or pointed at; the focus. */
    ACCENT("-st-map-accent"),
    /** The word for a damaged image. */
    DANGER("-st-map-danger");

    private final String property;

    MapInk(String property) {
        this.property = property;
    }

    @Override
    public String property() {
        return property;
    }
}
