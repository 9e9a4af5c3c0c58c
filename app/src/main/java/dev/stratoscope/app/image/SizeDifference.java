package dev.stratoscope.app.image;

import javafx.scene.control.Label;

import java.util.Locale;

/** By how many bytes a size grew or shrank, with its sign. */
final class SizeDifference {
    private SizeDifference() {}

    /** {@code +16,392}; empty for none. */
    static String words(long difference) {
        return difference == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s%,d",
                        difference > 0 ? "+" : "\u2212",
                        Math.abs(difference));
    }

    /** The words in their colour. */
    static Label label(long difference) {
        Label label = new Label(words(difference));
        label.getStyleClass().addAll("mono", difference > 0 ? "grown" : "shrunk");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
