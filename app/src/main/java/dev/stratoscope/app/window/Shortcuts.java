package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.KeyTaker;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Supplier;

/** The keys of all acts, wherever in the window they are pressed. */
final class Shortcuts {
    private final Supplier<List<Act>> acts;

    /**
     * Keys of acts.
     *
     * @param acts those there are when a key is pressed; the first that is meant is done
     */
    Shortcuts(Supplier<List<Act>> acts) {
        this.acts = acts;
    }

    void listen(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        if (event.getTarget() instanceof KeyTaker taker && taker.takes(event)) {
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        for (Act act : acts.get()) {
            if (act.isMeantBy(event)
                    && (act.within() == null || Focus.isIn(act.within()))
                    && !(typing && act.isTyped())) {
                event.consume();
                act.run().run();
                return;
            }
        }
    }
}
