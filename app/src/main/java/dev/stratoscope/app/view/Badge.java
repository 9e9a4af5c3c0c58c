package dev.stratoscope.app.view;

import dev.stratoscope.app.text.KindWords;
import dev.stratoscope.model.diff.Kind;

import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

/** A kind of change as a letter in its colour and shape; nothing for an unchanged path. */
public final class Badge extends Label {
    private @Nullable Kind shown;
    private boolean shownShadow;

    /** A badge that shows nothing yet. */
    public Badge() {
        getStyleClass().add("badge");
        setMouseTransparent(true);
    }

    /** A badge for a kind. */
    public Badge(Kind kind) {
        this();
        show(kind, false);
    }

    /**
     * Shows a kind.
     *
     * @param shadow whether it is a folder that only changed its time, which is shown muted
     */
    public void show(Kind kind, boolean shadow) {
        if (kind == shown && shadow == shownShadow) {
            return;
        }
        shown = kind;
        shownShadow = shadow;
        getStyleClass().setAll("label", "badge");
        setVisible(kind != Kind.UNCHANGED);
        setText(String.valueOf(kind.letter()));
        setAccessibleText(word(kind));
        switch (kind) {
            case ADDED -> getStyleClass().add("added");
            case MODIFIED -> getStyleClass().add("modified");
            case METADATA_ONLY -> getStyleClass().add("metadata");
            case DELETED -> getStyleClass().add("deleted");
            case UNCHANGED -> {}
        }
        if (shadow) {
            getStyleClass().add("shadow");
        }
    }

    /** The word for a kind, as people read it. */
    public static String word(Kind kind) {
        return KindWords.of(kind);
    }
}
