package dev.stratoscope.app.container.terminal;

import javafx.scene.paint.Color;

/**
 * Colours as terminals number them: {@link #DEFAULT}, 0 to 15 which the theme gives, 16 to 255 of a
 * fixed cube and greys, and any other as red, green and blue.
 */
public final class Shade {
    /** What the theme has for text, or behind it. */
    public static final int DEFAULT = -1;

    /** How many colours the theme gives. */
    static final int NAMED = 16;

    private static final int TRUE = 1 << 24;
    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    private Shade() {}

    /** A colour of its own; each part from 0 to 255. */
    static int of(int red, int green, int blue) {
        return TRUE | (red & 0xff) << 16 | (green & 0xff) << 8 | (blue & 0xff);
    }

    /** Whether the theme gives it. */
    static boolean isNamed(int shade) {
        return shade >= 0 && shade < NAMED;
    }

    /** A colour that no theme gives: 16 and above. */
    static Color color(int shade) {
        if (shade >= TRUE) {
            return Color.rgb(shade >> 16 & 0xff, shade >> 8 & 0xff, shade & 0xff);
        }
        if (shade >= 232) {
            int grey = 8 + 10 * (Math.min(shade, 255) - 232);
            return Color.rgb(grey, grey, grey);
        }
        int cube = Math.max(0, shade - 16);
        return Color.rgb(STEPS[cube / 36 % 6], STEPS[cube / 6 % 6], STEPS[cube % 6]);
    }

    /** The same for a style sheet: {@code #5f87af}. */
    static String css(int shade) {
        Color color = color(shade);
        return String.format(
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}
