package dev.stratoscope.app.window;

import dev.stratoscope.app.image.ImageTab;

import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that work anywhere in the window. */
final class Shortcuts {
    private final MainWindow window;

    Shortcuts(MainWindow window) {
        this.window = window;
    }

    void install() {
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        boolean taken = event.isShortcutDown() ? shortcut(event.getCode()) : plain(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case O -> window.chooseFile();
            case W -> window.closeCurrent();
            case T -> window.switchTheme();
            case F -> {
                ImageTab tab = window.current();
                if (tab == null) {
                    window.images().focusFilter();
                } else {
                    tab.body().search();
                }
            }
            case Z -> {
                return window.current() == null && window.images().undo();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        ImageTab tab = window.current();
        if (tab == null || event.getTarget() instanceof TextInputControl || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case OPEN_BRACKET -> tab.body().moveLayer(-1);
            case CLOSE_BRACKET -> tab.body().moveLayer(1);
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4 -> {
                if (!(event.getTarget() instanceof TableView<?>)) {
                    return false;
                }
                tab.body().toggleKind(event.getCode().getCode() - '0');
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
