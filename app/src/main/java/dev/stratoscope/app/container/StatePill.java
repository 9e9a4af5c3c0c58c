package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;

import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** How a container is: a dot and a word in an outline. */
final class StatePill extends Label {
    StatePill() {
        getStyleClass().addAll("pill", "state-pill");
        setMinWidth(USE_PREF_SIZE);
        setVisible(false);
    }

    /** Shows a state; nothing while it is not known. */
    void show(Presence presence, @Nullable Seen seen) {
        String words = StateWords.brief(presence, seen);
        setText(words);
        setVisible(!words.isEmpty());
        String style =
                presence == Presence.HERE && seen != null ? StateWords.style(seen.state()) : "rest";
        if (!getStyleClass().contains(style)) {
            getStyleClass().removeAll("running", "paused", "failed", "rest");
            getStyleClass().add(style);
        }
        setGraphic(
                style.equals("running") || style.equals("paused")
                        ? Icons.of(MaterialDesignC.CIRCLE_MEDIUM)
                        : null);
    }
}
