package dev.stratoscope.app.view.canvas;

import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleableObjectProperty;
import javafx.scene.paint.Color;

import java.util.HashMap;
import java.util.Map;

/** The styleable colours of one picture. Without a style sheet all of them are the same grey. */
public final class Colors {
    private final Map<Ink, StyleableObjectProperty<Color>> values = new HashMap<>();

    /** Colours that call {@code changed} whenever one of them gets another value. */
    Colors(Drawing owner, InkSheet sheet, Runnable changed) {
        sheet.keys()
                .forEach(
                        (ink, key) -> {
                            SimpleStyleableObjectProperty<Color> value =
                                    new SimpleStyleableObjectProperty<>(
                                            key, owner, ink.property(), Color.GRAY);
                            value.addListener((property, before, now) -> changed.run());
                            values.put(ink, value);
                        });
    }

    /** The colour of an ink now. */
    public Color get(Ink ink) {
        Color color = property(ink).get();
        return color == null ? Color.TRANSPARENT : color;
    }

    StyleableObjectProperty<Color> property(Ink ink) {
        StyleableObjectProperty<Color> value = values.get(ink);
        if (value == null) {
            throw new IllegalStateException("no colour for " + ink);
        }
        return value;
    }
}
