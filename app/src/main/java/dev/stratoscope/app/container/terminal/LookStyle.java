package dev.stratoscope.app.container.terminal;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Pieces of a line as nodes that the style sheets colour. */
public final class LookStyle {
    private LookStyle() {}

    /**
     * Words in a look.
     *
     * @param hit whether they were searched for
     */
    public static Node node(String words, Look look, boolean hit) {
        if (hit || look.inverse() || look.ground() != Shade.DEFAULT) {
            return label(words, look, hit);
        }
        Text text = new Text(words);
        text.getStyleClass().add("code");
        int letters = look.letters();
        if (Shade.isNamed(letters)) {
            text.getStyleClass().add("ansi-" + letters);
        } else if (letters != Shade.DEFAULT) {
            text.setStyle("-fx-fill: " + Shade.css(letters) + ";");
        } else if (look.dim()) {
            text.getStyleClass().add("code-comment");
        }
        if (look.bold()) {
            text.getStyleClass().add("ansi-bold");
        }
        text.setUnderline(look.underlined());
        return text;
    }

    /** Text has nothing behind it: only a label has. */
    private static Label label(String words, Look look, boolean hit) {
        Label label = new Label(words);
        label.getStyleClass().add("code");
        label.setMinWidth(Label.USE_PREF_SIZE);
        if (hit) {
            label.getStyleClass().add("hit");
        } else {
            label.setStyle(
                    "-fx-background-color: "
                            + css(look.ground(), "-color-fg-default")
                            + "; -fx-text-fill: "
                            + (look.letters() == Shade.DEFAULT || Shade.isNamed(look.ground())
                                    ? "-color-bg-default"
                                    : css(look.letters(), "-color-bg-default"))
                            + ";");
        }
        return label;
    }

    private static String css(int shade, String other) {
        if (shade == Shade.DEFAULT) {
            return other;
        }
        return Shade.isNamed(shade) ? "-st-ansi-" + shade : Shade.css(shade);
    }
}
