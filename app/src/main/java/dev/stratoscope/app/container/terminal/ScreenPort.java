package dev.stratoscope.app.container.terminal;

/** What a screen tells; called on any thread, and not to be waited in. */
public interface ScreenPort {
    /** An answer of the terminal to the program: to be written to it. */
    void answer(byte[] bytes);

    /** The screen shows something else. */
    void changed();
}
