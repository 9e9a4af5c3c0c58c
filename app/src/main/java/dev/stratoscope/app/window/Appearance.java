package dev.stratoscope.app.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.stratoscope.resources.Fonts;
import dev.stratoscope.resources.Theme;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Puts a theme on a scene. */
public final class Appearance {
    private Appearance() {}

    /** Loads the fonts; once, before the first scene. */
    public static void loadFonts() {
        Fonts.load();
    }

    /** The theme of a name: {@code light}, {@code dark}, or what the system prefers. */
    public static Theme named(String name) {
        return switch (name) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default ->
                    Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                            ? Theme.DARK
                            : Theme.LIGHT;
        };
    }

    /** Shows a scene in a theme. */
    public static void apply(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(
                theme.dark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }
}
