package dev.stratoscope.app.view;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by what they stand for; colour and size come from the style sheets. */
public final class Icons {
    private Icons() {}

    /** A fresh icon; a node can only be in one place. */
    public static FontIcon of(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.setMouseTransparent(true);
        return icon;
    }
}
