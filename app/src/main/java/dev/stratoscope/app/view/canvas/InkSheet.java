package dev.stratoscope.app.view.canvas;

import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inks of one kind of picture as styleable properties; made once for its class. */
public final class InkSheet {
    private final Map<Ink, CssMetaData<Drawing, Color>> keys = new LinkedHashMap<>();
    private final List<CssMetaData<? extends Styleable, ?>> all;

    /** A sheet of these inks. */
    public InkSheet(Ink... inks) {
        List<CssMetaData<? extends Styleable, ?>> list =
                new ArrayList<>(Region.getClassCssMetaData());
        for (Ink ink : inks) {
            CssMetaData<Drawing, Color> key = new Key(ink);
            keys.put(ink, key);
            list.add(key);
        }
        all = List.copyOf(list);
    }

    /** Every styleable property of such a picture, a region's own ones included. */
    public List<CssMetaData<? extends Styleable, ?>> metaData() {
        return all;
    }

    Map<Ink, CssMetaData<Drawing, Color>> keys() {
        return keys;
    }

    private static final class Key extends CssMetaData<Drawing, Color> {
        private final Ink ink;

        Key(Ink ink) {
            super(ink.property(), StyleConverter.getColorConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Drawing drawing) {
            return !drawing.colors().property(ink).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Drawing drawing) {
            return drawing.colors().property(ink);
        }
    }
}
