package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.window.palette.Finds;
import dev.stratoscope.app.window.palette.Palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What lies over a window when it is asked for: palette, settings, running work, keys. */
final class Popovers {
    private static final double BELOW_TABS = 46;
    private static final double ABOVE_STATUS = 34;
    private static final double BESIDE_RAIL = 80;

    private final Overlay overlay;
    private final Palette palette;
    private final SettingsPane settings;
    private final Region jobs;
    private final Supplier<Map<String, List<Act>>> acts;
    private @Nullable KeyList keys;

    /**
     * Nothing is shown yet.
     *
     * @param jobs the list of running work
     * @param acts what has keys, by the part of the window it belongs to
     */
    Popovers(
            Overlay overlay,
            Finds finds,
            Looks looks,
            Region jobs,
            Supplier<Map<String, List<Act>>> acts) {
        this.overlay = overlay;
        this.jobs = jobs;
        this.acts = acts;
        palette = new Palette(finds, overlay::hide);
        settings = new SettingsPane(looks::change);
        looks.setOnChanged(settings::show);
    }

    void togglePalette() {
        if (!overlay.shows(palette)) {
            palette.begin("");
        }
        toggle(palette, new Overlay.Spot(Pos.TOP_CENTER, 0, BELOW_TABS), palette.field());
    }

    void toggleSettings() {
        toggle(
                settings,
                new Overlay.Spot(Pos.BOTTOM_LEFT, BESIDE_RAIL, ABOVE_STATUS),
                settings.first());
    }

    void toggleJobs() {
        toggle(jobs, new Overlay.Spot(Pos.BOTTOM_RIGHT, 8, ABOVE_STATUS), jobs);
    }

    void toggleKeys() {
        KeyList before = keys;
        KeyList list = before != null && overlay.shows(before) ? before : new KeyList(acts.get());
        keys = list;
        toggle(list, new Overlay.Spot(Pos.CENTER, 0, 0), list.scroll());
    }

    private void toggle(Region what, Overlay.Spot spot, Node first) {
        if (overlay.shows(what)) {
            overlay.hide();
        } else {
            overlay.show(what, spot, first);
        }
    }
}
