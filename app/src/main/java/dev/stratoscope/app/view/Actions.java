package dev.stratoscope.app.view;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.Supplier;

/** Buttons that many views have. */
public final class Actions {
    private Actions() {}

    /** A button that copies text, made when it is pressed, to the clipboard. */
    public static Button copy(String what, Supplier<String> text) {
        Button button = icon(MaterialDesignC.CONTENT_COPY, "Copy " + what);
        button.setOnAction(event -> copy(text.get()));
        return button;
    }

    /** A small button with words that copies text, made when it is pressed, to the clipboard. */
    public static Button copyButton(String words, Supplier<String> text) {
        Button button = new Button(words, Icons.of(MaterialDesignC.CONTENT_COPY));
        button.getStyleClass().add("small");
        button.setOnAction(event -> copy(text.get()));
        return button;
    }

    /** A flat button of an icon; its words are its tooltip and accessible text. */
    public static Button icon(Ikon ikon, String words) {
        Button button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /** Puts text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
