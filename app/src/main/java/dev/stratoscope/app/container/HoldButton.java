package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Lets what a container writes wait, and says how much does. On the JavaFX thread. */
final class HoldButton extends ToggleButton {

    HoldButton() {
        super("Hold", Icons.of(MaterialDesignP.PAUSE));
        setId("hold");
        setMinWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(textProperty());
        setTooltip(new Tooltip("Let what comes wait, so that the list stands still"));
    }

    /** Shows the icon alone while there is little room. */
    void setBriefWhen(ObservableBooleanValue narrow) {
        contentDisplayProperty()
                .bind(
                        Bindings.when(narrow)
                                .then(ContentDisplay.GRAPHIC_ONLY)
                                .otherwise(ContentDisplay.LEFT));
    }

    /** Holds what is written, from now on. */
    void follow(Writing writing) {
        selectedProperty().bindBidirectional(writing.heldProperty());
        writing.waitingProperty().addListener((property, before, now) -> tell(writing));
        writing.heldProperty().addListener((property, before, now) -> tell(writing));
    }

    private void tell(Writing writing) {
        boolean held = writing.heldProperty().get();
        int waits = writing.waitingProperty().get();
        setText(held ? waits == 0 ? "Held" : "Held, " + waits + " wait" : "Hold");
        setGraphic(Icons.of(held ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
    }
}
