package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.view.canvas.Face;
import dev.stratoscope.resources.Fonts;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The type a terminal is set in. */
enum TerminalFace implements Face {
    PLAIN(FontWeight.NORMAL),
    BOLD(FontWeight.BOLD);

    private static final double SIZE = 12;

    private final FontWeight weight;

    TerminalFace(FontWeight weight) {
        this.weight = weight;
    }

    @Override
    public Font font() {
        return Font.font(Fonts.MONO, weight, SIZE);
    }
}
