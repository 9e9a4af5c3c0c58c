package dev.stratoscope.app.window;

import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.canvas.Motion;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How a window looks: theme, size, movement, as the settings and the system have it. */
final class Looks {
    private final Node window;
    private final Memory memory;
    private final Zoom zoom;
    private final Subscription system;
    private Consumer<Settings> onChanged = settings -> {};
    private @Nullable String themeForNow;

    /**
     * The looks of a window, which follow the system's theme where a person wants that.
     *
     * @param zoom what is shown larger
     */
    Looks(Node window, Memory memory, Zoom zoom) {
        this.window = window;
        this.memory = memory;
        this.zoom = zoom;
        system = Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> showTheme());
    }

    /** Sets what is told of other settings, and told of those there are. */
    void setOnChanged(Consumer<Settings> action) {
        onChanged = action;
        action.accept(memory.settings());
    }

    /** Shows the theme of the settings, or another for this time only. */
    void applyTheme(@Nullable String name) {
        themeForNow = name;
        showTheme();
    }

    /** What a person chose, kept and shown at once. */
    void change(UnaryOperator<Settings> change) {
        String before = memory.settings().theme();
        memory.change(change);
        if (!before.equals(memory.settings().theme())) {
            themeForNow = null;
        }
        apply();
    }

    /** Changes between light and dark, and remembers which. */
    void switchTheme() {
        boolean dark = Appearance.named(theme()).dark();
        change(settings -> settings.withTheme(dark ? "light" : "dark"));
    }

    /** Makes everything so many sizes larger, or smaller when negative. */
    void stepScale(int by) {
        int at = Settings.SCALES.indexOf(memory.settings().scale()) + by;
        int scale = Settings.SCALES.get(Math.clamp(at, 0, Settings.SCALES.size() - 1));
        change(settings -> settings.withScale(scale));
    }

    /** Shows everything as the settings have it. */
    void apply() {
        Settings settings = memory.settings();
        zoom.scaleProperty().set(settings.scale() / 100.0);
        Motion.calmProperty().set(settings.calm());
        onChanged.accept(settings);
        showTheme();
    }

    /** No longer follows the system. */
    void dispose() {
        system.unsubscribe();
        zoom.dispose();
    }

    private String theme() {
        return themeForNow == null ? memory.settings().theme() : themeForNow;
    }

    private void showTheme() {
        if (window.getScene() != null) {
            Appearance.apply(window.getScene(), Appearance.named(theme()));
        }
    }
}
