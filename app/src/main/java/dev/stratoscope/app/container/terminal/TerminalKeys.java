package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.input.InputEvent;

import dev.stratoscope.app.view.Actions;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Keys as a terminal sends them. */
final class TerminalKeys {
    private static final char ESC = '\u001b';

    private final TerminalView view;
    private final Screen screen;
    private final TerminalPort port;

    TerminalKeys(TerminalView view, Screen screen, TerminalPort port) {
        this.view = view;
        this.screen = screen;
        this.port = port;
    }

    /** All keys but the window's own: those with Ctrl and Shift, the tabs' and the panes'. */
    boolean takes(KeyEvent event) {
        if (event.isMetaDown()) {
            return false;
        }
        if (event.isControlDown() && event.isShiftDown()) {
            return event.getCode() == KeyCode.C || event.getCode() == KeyCode.V;
        }
        return switch (event.getCode()) {
            case F6, F8 -> false;
            case TAB, COMMA -> !event.isControlDown();
            default -> true;
        };
    }

    void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!takes(event) || code.isModifierKey()) {
            return;
        }
        if (!isForView(event)) {
            byte[] bytes = bytes(event);
            if (bytes == null) {
                return;
            }
            send(bytes);
        }
        event.consume();
    }

    private boolean isForView(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean both = event.isControlDown() && event.isShiftDown();
        if (both && code == KeyCode.C) {
            String text = view.selected();
            if (!text.isEmpty()) {
                Actions.copy(text);
            }
        } else if ((both && code == KeyCode.V) || (event.isShiftDown() && code == KeyCode.INSERT)) {
            paste();
        } else if (event.isShiftDown() && code == KeyCode.PAGE_UP) {
            view.scroll(-view.rows());
        } else if (event.isShiftDown() && code == KeyCode.PAGE_DOWN) {
            view.scroll(view.rows());
        } else {
            return false;
        }
        return true;
    }

    /** Types what is on the clipboard, told apart from typing where the program asked for that. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isEmpty()) {
            return;
        }
        // What ends the brackets must not come from within them.
        String clean = text.replace(String.valueOf(ESC), "").replace("\r\n", "\n");
        String typed = clean.replace('\n', '\r');
        String whole = screen.bracketsPaste() ? ESC + "[200~" + typed + ESC + "[201~" : typed;
        send(whole.getBytes(StandardCharsets.UTF_8));
    }

    private byte @Nullable [] bytes(KeyEvent event) {
        KeyCode code = event.getCode();
        String alt = event.isAltDown() ? String.valueOf(ESC) : "";
        return switch (code) {
            case ENTER -> ascii(alt + "\r");
            case BACK_SPACE -> ascii(alt + (event.isControlDown() ? "\b" : "\u007f"));
            case TAB -> ascii(event.isShiftDown() ? ESC + "[Z" : "\t");
            case ESCAPE -> ascii(String.valueOf(ESC));
            default -> {
                if (event.isControlDown()) {
                    byte[] control = control(code, alt);
                    if (control != null) {
                        yield control;
                    }
                }
                yield isPlain(code) ? null : screen.code(code.getCode(), modifiers(event));
            }
        };
    }

    private static boolean isPlain(KeyCode code) {
        return code.isLetterKey()
                || code.isDigitKey()
                || code.isWhitespaceKey()
                || code == KeyCode.UNDEFINED;
    }

    private static byte @Nullable [] control(KeyCode code, String alt) {
        if (code.isLetterKey()) {
            return ascii(alt + (char) (code.getName().charAt(0) & 0x1f));
        }
        return switch (code) {
            case SPACE -> ascii(alt + "\0");
            case OPEN_BRACKET -> ascii(alt + ESC);
            case BACK_SLASH -> ascii(alt + "\u001c");
            case CLOSE_BRACKET -> ascii(alt + "\u001d");
            case SLASH, MINUS -> ascii(alt + "\u001f");
            default -> null;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int modifiers(KeyEvent event) {
        return (event.isShiftDown() ? InputEvent.SHIFT_MASK : 0)
                | (event.isControlDown() ? InputEvent.CTRL_MASK : 0)
                | (event.isAltDown() ? InputEvent.ALT_MASK : 0);
    }

    void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean altGraph = event.isControlDown() && event.isAltDown();
        if (event.isMetaDown() || (event.isControlDown() && !altGraph) || text.isEmpty()) {
            return;
        }
        char first = text.charAt(0);
        if (first < ' ' || first == 0x7f || first == KeyEvent.CHAR_UNDEFINED.charAt(0)) {
            return;
        }
        String alt = event.isAltDown() && !altGraph ? String.valueOf(ESC) : "";
        send((alt + text).getBytes(StandardCharsets.UTF_8));
        event.consume();
    }

    private void send(byte[] bytes) {
        view.select(null);
        view.follow();
        port.typed(bytes);
    }
}
