package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalDataStream;
import com.techsenger.jeditermfx.core.TtyBasedArrayDataStream;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.input.MouseEvent;
import com.techsenger.jeditermfx.core.input.MouseWheelEvent;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A terminal's screen in memory, with a history. Safe for use by many threads; {@link #run} is
 * called once.
 */
public final class Screen {
    private static final int LEAST_COLUMNS = 5;
    private static final int LEAST_ROWS = 2;

    /** A bound, as a program may write forever. */
    private static final int MOST_HISTORY = 10_000;

    private final ScreenPort port;
    private final ScreenDisplay display;
    private final TerminalTextBuffer buffer;
    private final JediTerminal terminal;

    /** An empty screen of that size. */
    public Screen(int columns, int rows, ScreenPort port) {
        this.port = port;
        StyleState styles = new StyleState();
        buffer =
                new TerminalTextBuffer(
                        Math.max(LEAST_COLUMNS, columns),
                        Math.max(LEAST_ROWS, rows),
                        styles,
                        MOST_HISTORY,
                        null);
        display = new ScreenDisplay(port::changed);
        terminal = new JediTerminal(display, buffer, styles);
        terminal.setTerminalOutput(new Answers(port));
        buffer.addModelListener(port::changed);
    }

    /** Shows all that a source has; returns when it ends. */
    public void run(Source source) throws IOException {
        JediEmulator emulator =
                new JediEmulator(new TtyBasedArrayDataStream(new Incoming(source)), terminal);
        try {
            while (emulator.hasNext()) {
                emulator.next();
            }
        } catch (TerminalDataStream.EOF e) {
            // The source ended within a sequence.
            port.changed();
        }
    }

    /** Gives it another size; lines that were too long for the old one are wrapped anew. */
    public void resize(int columns, int rows) {
        terminal.resize(
                new TermSize(Math.max(LEAST_COLUMNS, columns), Math.max(LEAST_ROWS, rows)),
                RequestOrigin.User);
        port.changed();
    }

    /** What a key is to the program; null for one that means nothing. */
    byte @Nullable [] code(int key, int modifiers) {
        return terminal.getCodeForKey(key, modifiers);
    }

    /** Whether the program wants to know of the mouse. */
    boolean wantsMouse() {
        return display.wantsMouse();
    }

    /** Whether pasted text is to be told from what is typed. */
    boolean bracketsPaste() {
        return display.bracketsPaste();
    }

    void pressed(int column, int row, int button, int modifiers) {
        terminal.mousePressed(column, row, new MouseEvent(button, modifiers));
    }

    void released(int column, int row, int button, int modifiers) {
        terminal.mouseReleased(column, row, new MouseEvent(button, modifiers));
    }

    void wheel(int column, int row, int button, int modifiers) {
        terminal.mouseWheelMoved(column, row, new MouseWheelEvent(button, modifiers));
    }

    /** All of the screen as text, without what is above it. */
    public String text() {
        Snapshot shown = snapshot(0, Integer.MAX_VALUE);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < shown.rows().size(); row++) {
            lines.add(shown.text(row));
        }
        return String.join("\n", lines).stripTrailing();
    }

    /**
     * What is to be seen.
     *
     * @param first the number of the first row; less than 0 begins in the history
     * @param most how many rows
     */
    Snapshot snapshot(int first, int most) {
        buffer.lock();
        try {
            int history = buffer.getHistoryLinesCount();
            int from = Math.max(-history, first);
            int end = (int) Math.min(buffer.getHeight(), (long) from + most);
            List<List<Piece>> rows = new ArrayList<>();
            for (int row = from; row < end; row++) {
                rows.add(Rows.pieces(buffer, row));
            }
            return new Snapshot(
                    rows,
                    from,
                    history,
                    terminal.getCursorX() - 1,
                    terminal.getCursorY() - 1,
                    display.showsCursor(),
                    buffer.isUsingAlternateBuffer());
        } finally {
            buffer.unlock();
        }
    }

    /** Whether a row goes on in the next one. */
    boolean isWrapped(int row) {
        buffer.lock();
        try {
            boolean known = row >= -buffer.getHistoryLinesCount() && row < buffer.getHeight();
            return known && buffer.getLine(row).isWrapped();
        } finally {
            buffer.unlock();
        }
    }
}
