package dev.stratoscope.resources;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * The two looks of the program.
 *
 * <p>A theme hands out only our own style sheets. The user agent sheet they stand on (AtlantaFX
 * PrimerLight or PrimerDark) is chosen by the application, by {@link #dark()}.
 */
public enum Theme {
    /** Dark text on white. */
    LIGHT("css/stratoscope-light.css", false),
    /** Light text on near black. */
    DARK("css/stratoscope-dark.css", true);

    /** What all views share, then what only one has. */
    private static final List<String> STRUCTURE =
            List.of(
                    "stratoscope",
                    "window",
                    "images",
                    "image",
                    "files",
                    "details",
                    "lower",
                    "build",
                    "compare",
                    "container");

    private final String roles;
    private final boolean dark;

    Theme(String roles, boolean dark) {
        this.roles = roles;
        this.dark = dark;
    }

    /**
     * The style sheets of this theme, in the order a scene must list them: the shared structure
     * first, then the colour roles.
     *
     * @return absolute URLs, never null; may be called from any thread
     */
    public List<String> stylesheets() {
        List<String> sheets = new ArrayList<>();
        STRUCTURE.forEach(name -> sheets.add(url("css/" + name + ".css")));
        sheets.add(url(roles));
        return List.copyOf(sheets);
    }

    /**
     * Whether this theme belongs on a dark user agent sheet.
     *
     * @return true for {@link #DARK}
     */
    public boolean dark() {
        return dark;
    }

    private static String url(String name) {
        URL found = Theme.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return found.toExternalForm();
    }
}
