package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;

import javafx.scene.Node;

/** Who asks for acts on containers, and hears what became of them. On the JavaFX thread. */
interface Asker {
    /** Shows why something could not be done. */
    void warn(Problem problem);

    /**
     * Offers a way out of a wait.
     *
     * @param act the words of the button
     * @return takes the offer away; it may be gone by then
     */
    Runnable offer(Problem wait, String act, Runnable action);

    /** Takes away what was told of earlier acts. */
    void forgetWarnings();

    /** Something was done: look again. */
    void changed();

    /** A node of the window that asks. */
    Node owner();
}
