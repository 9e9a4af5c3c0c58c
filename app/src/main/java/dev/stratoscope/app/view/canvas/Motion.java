package dev.stratoscope.app.view.canvas;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether things may move on the screen. On the JavaFX thread. */
public final class Motion {
    private static final BooleanProperty CALM = new SimpleBooleanProperty(false);

    private Motion() {}

    /** Whether a person chose in the settings that nothing moves. */
    public static BooleanProperty calmProperty() {
        return CALM;
    }

    /** Whether nothing is to move, by the settings or because the platform asks for it. */
    public static boolean isReduced() {
        return CALM.get() || Platform.getPreferences().isReducedMotion();
    }
}
