package dev.stratoscope.resources;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled type faces, so that text measures the same on every platform.
 *
 * <p>JavaFX names a face by its own family, so the semibold one is a family by itself and is asked
 * for by name, never by a numeric weight.
 */
public final class Fonts {
    /** Family of labels, buttons and prose. */
    public static final String UI = "Inter";

    /** Family of titles and of the one thing to read first. */
    public static final String UI_STRONG = "Inter SemiBold";

    /** Family of paths, identifiers, commands and of every number in a column. */
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /**
     * Registers every bundled face with JavaFX. Call it once, before the first scene is made, on
     * any thread; calling it again does no harm.
     *
     * <p>A face that cannot be loaded is no reason not to start: JavaFX falls back to the system's.
     *
     * @return the file names that could not be loaded; empty when all is well, never null
     */
    public static List<String> load() {
        List<String> missing = new ArrayList<>();
        for (String file : FILES) {
            if (!load(file)) {
                missing.add(file);
            }
        }
        return List.copyOf(missing);
    }

    private static boolean load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            return in != null && Font.loadFont(in, Font.getDefault().getSize()) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
