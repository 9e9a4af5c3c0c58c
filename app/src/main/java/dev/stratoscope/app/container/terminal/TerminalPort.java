package dev.stratoscope.app.container.terminal;

/** What a person does to a terminal; called on the JavaFX thread, and not to be waited in. */
public interface TerminalPort {
    /** Something was typed or pasted: to be written to the program. */
    void typed(byte[] bytes);

    /** There is room for another number of columns and rows. */
    void resized(int columns, int rows);
}
