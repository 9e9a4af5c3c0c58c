package dev.stratoscope.app.images.map;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The styleable colours of one map. Without a style sheet all of them are the same grey. */
final class MapColors {
    private static final Map<MapInk, CssMetaData<SharingMap, Color>> KEYS = keys();

    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<MapInk, StyleableObjectProperty<Color>> values = new EnumMap<>(MapInk.class);

    /** Colours that call {@code changed} whenever one of them gets another value. */
    MapColors(SharingMap owner, Runnable changed) {
        for (MapInk ink : MapInk.values()) {
            SimpleStyleableObjectProperty<Color> value =
                    new SimpleStyleableObjectProperty<>(
                            KEYS.get(ink), owner, ink.name(), Color.GRAY);
            value.addListener((property, before, now) -> changed.run());
            values.put(ink, value);
        }
    }

    /** The colour of an ink now. */
    Color get(MapInk ink) {
        Color color = property(ink).get();
        return color == null ? Color.TRANSPARENT : color;
    }

    private StyleableObjectProperty<Color> property(MapInk ink) {
        StyleableObjectProperty<Color> value = values.get(ink);
        if (value == null) {
            throw new IllegalStateException("no colour for " + ink);
        }
        return value;
    }

    /** Every styleable property of the control, a region's own ones included. */
    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return ALL;
    }

    private static Map<MapInk, CssMetaData<SharingMap, Color>> keys() {
        Map<MapInk, CssMetaData<SharingMap, Color>> keys = new EnumMap<>(MapInk.class);
        for (MapInk ink : MapInk.values()) {
            keys.put(ink, new Key(ink));
        }
        return keys;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(KEYS.values());
        return List.copyOf(all);
    }

    private static final class Key extends CssMetaData<SharingMap, Color> {
        private final MapInk ink;

        Key(MapInk ink) {
            super(ink.property(), StyleConverter.getColorConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(SharingMap map) {
            return !map.colors().property(ink).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(SharingMap map) {
            return map.colors().property(ink);
        }
    }
}
