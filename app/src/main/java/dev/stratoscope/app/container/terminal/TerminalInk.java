package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.view.canvas.Ink;

/** The colours a terminal is drawn in; the sixteen of its programs first, in their order. */
enum TerminalInk implements Ink {
    BLACK("-st-terminal-0"),
    RED("-st-terminal-1"),
    GREEN("-st-terminal-2"),
    YELLOW("-st-terminal-3"),
    BLUE("-st-terminal-4"),
    MAGENTA("-st-terminal-5"),
    CYAN("-st-terminal-6"),
    WHITE("-st-terminal-7"),
    BRIGHT_BLACK("-st-terminal-8"),
    BRIGHT_RED("-st-terminal-9"),
    BRIGHT_GREEN("-st-terminal-10"),
    BRIGHT_YELLOW("-st-terminal-11"),
    BRIGHT_BLUE("-st-terminal-12"),
    BRIGHT_MAGENTA("-st-terminal-13"),
    BRIGHT_CYAN("-st-terminal-14"),
    BRIGHT_WHITE("-st-terminal-15"),
    /** Behind everything. */
    PANE("-st-terminal-pane"),
    /** Text without a colour. */
    TEXT("-st-terminal-text"),
    /** Dim text. */
    DIM("-st-terminal-dim"),
    /** Behind selected text. */
    SELECT("-st-terminal-select"),
    /** The cursor, and the ring of the focus. */
    CURSOR("-st-terminal-cursor");

    private final String property;

    TerminalInk(String property) {
        this.property = property;
    }

    @Override
    public String property() {
        return property;
    }

    /** One of the sixteen. */
    static TerminalInk named(int shade) {
        return values()[shade];
    }
}
