package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.TerminalSelection;

import org.jspecify.annotations.Nullable;

/** What the emulation says about its screen beside the text; kept for whoever draws it. */
final class ScreenDisplay implements TerminalDisplay {
    private final Runnable changed;
    private volatile boolean cursor = true;
    private volatile boolean brackets;
    private volatile MouseMode mouse = MouseMode.MOUSE_REPORTING_NONE;
    private volatile String title = "";

    ScreenDisplay(Runnable changed) {
        this.changed = changed;
    }

    boolean showsCursor() {
        return cursor;
    }

    boolean bracketsPaste() {
        return brackets;
    }

    boolean wantsMouse() {
        return mouse != MouseMode.MOUSE_REPORTING_NONE;
    }

    @Override
    public void setCursor(int column, int row) {
        changed.run();
    }

    @Override
    public void setCursorShape(@Nullable CursorShape shape) {}

    @Override
    public void beep() {}

    @Override
    public void scrollArea(int top, int size, int by) {
        changed.run();
    }

    @Override
    public void setCursorVisible(boolean visible) {
        cursor = visible;
        changed.run();
    }

    @Override
    public void useAlternateScreenBuffer(boolean use) {
        changed.run();
    }

    @Override
    public String getWindowTitle() {
        return title;
    }

    @Override
    public void setWindowTitle(String text) {
        title = text;
    }

    @Override
    public @Nullable TerminalSelection getSelection() {
        return null;
    }

    @Override
    public void terminalMouseModeSet(MouseMode mode) {
        mouse = mode;
    }

    @Override
    public void setMouseFormat(MouseFormat format) {}

    @Override
    public boolean ambiguousCharsAreDoubleWidth() {
        return false;
    }

    @Override
    public void setBracketedPasteMode(boolean enabled) {
        brackets = enabled;
    }
}
