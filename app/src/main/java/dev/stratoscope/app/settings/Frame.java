package dev.stratoscope.app.settings;

/**
 * Where the window stood on the screen, in pixels. Immutable.
 *
 * @param width 0 where it was never shown
 */
public record Frame(double x, double y, double width, double height, boolean maximized) {
    /** A window that was never shown. */
    public static final Frame NONE = new Frame(0, 0, 0, 0, false);

    private static final double LARGEST = 1 << 16;

    /** What cannot be a window becomes none. */
    public Frame {
        boolean sane =
                Math.abs(x) < LARGEST
                        && Math.abs(y) < LARGEST
                        && width > 0
                        && width < LARGEST
                        && height > 0
                        && height < LARGEST;
        if (!sane) {
            x = 0;
            y = 0;
            width = 0;
            height = 0;
            maximized = false;
        }
    }

    /** Whether there was one. */
    public boolean exists() {
        return width > 0;
    }
}
