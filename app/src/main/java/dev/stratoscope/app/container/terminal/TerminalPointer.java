package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonCodes;
import com.techsenger.jeditermfx.core.input.InputEvent;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.nio.charset.StandardCharsets;

/**
 * The mouse over a terminal: it selects, unless the program wants to know of it; with Shift it
 * always selects.
 */
final class TerminalPointer {
    private static final int WHEEL_ROWS = 3;

    private final TerminalView view;
    private final Screen screen;
    private final TerminalPort port;

    TerminalPointer(TerminalView view, Screen screen, TerminalPort port) {
        this.view = view;
        this.screen = screen;
        this.port = port;
    }

    void install() {
        view.setCursor(Cursor.TEXT);
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::released);
        view.setOnScroll(this::scrolled);
    }

    private boolean isPrograms(boolean shift) {
        return screen.wantsMouse() && !shift;
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        int column = view.columnAt(event.getX());
        int row = view.rowAt(event.getY());
        if (isPrograms(event.isShiftDown())) {
            screen.pressed(column, row, button(event.getButton()), modifiers(event));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            long line = line(row);
            view.select(
                    switch (event.getClickCount()) {
                        case 1 -> new Selection(line, column, line, column);
                        case 2 -> word(row, column);
                        default -> new Selection(line, 0, line, Integer.MAX_VALUE);
                    });
        }
        event.consume();
    }

    private long line(int row) {
        Snapshot shown = view.shown();
        return (long) shown.history() + shown.first() + row;
    }

    private Selection word(int row, int column) {
        Snapshot shown = view.shown();
        String text = row < shown.rows().size() ? shown.text(row) : "";
        int from = Math.min(column, text.length());
        int to = from;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        return new Selection(line(row), from, line(row), to);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_-./:@%+~".indexOf(c) >= 0;
    }

    private void dragged(MouseEvent event) {
        Selection begun = view.selection();
        if (begun != null && event.isPrimaryButtonDown()) {
            int column = view.columnAt(event.getX() + 4);
            view.select(begun.until(line(view.rowAt(event.getY())), column));
        }
    }

    private void released(MouseEvent event) {
        if (isPrograms(event.isShiftDown())) {
            screen.released(
                    view.columnAt(event.getX()),
                    view.rowAt(event.getY()),
                    button(event.getButton()),
                    modifiers(event));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        boolean up = event.getDeltaY() > 0;
        if (isPrograms(event.isShiftDown())) {
            screen.wheel(
                    view.columnAt(event.getX()),
                    view.rowAt(event.getY()),
                    up ? MouseButtonCodes.SCROLLUP : MouseButtonCodes.SCROLLDOWN,
                    0);
        } else if (view.shown().full()) {
            // A program that fills the screen has no history: it scrolls by itself.
            String arrow = up ? "\u001bOA" : "\u001bOB";
            port.typed(arrow.repeat(WHEEL_ROWS).getBytes(StandardCharsets.US_ASCII));
        } else {
            view.scroll(up ? -WHEEL_ROWS : WHEEL_ROWS);
        }
        event.consume();
    }

    private static int button(MouseButton button) {
        return switch (button) {
            case MIDDLE -> MouseButtonCodes.MIDDLE;
            case SECONDARY -> MouseButtonCodes.RIGHT;
            default -> MouseButtonCodes.LEFT;
        };
    }

    private static int modifiers(MouseEvent event) {
        return event.isControlDown() ? InputEvent.CTRL_MASK : 0;
    }
}
