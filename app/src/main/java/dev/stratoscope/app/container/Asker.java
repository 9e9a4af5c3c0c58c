package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;

import javafx.scene.Node;

/** Who asks for acts on containers, and hears what became of them. On the JavaFX thread. */
interface Asker {
    /** Shows why something could not be done. */
    void warn(Problem problem);

    /** Takes away what was told of earlier acts. */
    void forgetWarnings();

    /** Something was done: look again. */
    void changed();

    /** A node of the window that asks. */
    Node owner();
}
