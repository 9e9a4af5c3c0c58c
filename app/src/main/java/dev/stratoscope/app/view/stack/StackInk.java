package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Ink;

/** The colours the stack is drawn in, each a styleable property of the control. */
public enum StackInk implements Ink {
    /** Behind everything. */
    PANE("-st-stack-pane"),
    /** Edges of blocks and the empty part of the track. */
    EDGE("-st-stack-edge"),
    /** Text. */
    TEXT("-st-stack-text"),
    /** Secondary text. */
    MUTED("-st-stack-muted"),
    /** Text of what is selected or can be clicked. */
    LINK("-st-stack-link"),
    /** Thumb, filled track, selected edge. */
    ACCENT("-st-stack-accent"),
    /** Fill of the selected block. */
    SELECT("-st-stack-select"),
    /** Outlines, ticks, hovered edge. */
    GHOST("-st-stack-ghost"),
    /** Fill of a block. */
    BLOCK("-st-stack-block"),
    /** Count of added paths. */
    ADDED("-st-stack-added"),
    /** Count of modified paths and words about waste. */
    MODIFIED("-st-stack-modified"),
    /** Fill of waste and of the plates on it. */
    MODIFIED_BACK("-st-stack-modified-back"),
    /** Count of paths with new metadata. */
    META("-st-stack-meta"),
    /** Count of deleted paths; edge and word of a damaged layer. */
    DELETED("-st-stack-deleted"),
    /** Odd strata. */
    STRATUM("-st-stack-stratum"),
    /** Even strata. */
    STRATUM_OTHER("-st-stack-stratum-other"),
    /** Line between strata. */
    STRATUM_LINE("-st-stack-stratum-line"),
    /** Hatching of waste. */
    HATCH("-st-stack-hatch");

    private final String property;

    StackInk(String property) {
        this.property = property;
    }

    @Override
    public String property() {
        return property;
    }
}
