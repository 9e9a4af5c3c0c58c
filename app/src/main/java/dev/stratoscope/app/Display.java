package dev.stratoscope.app;

import java.util.Locale;

/** Whether there is a screen to show a window on. */
final class Display {
    private Display() {}

    /** Whether a display is announced; only Linux may have none. */
    static boolean isThere() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        return "headless".equalsIgnoreCase(System.getProperty("glass.platform"))
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    /** Makes JavaFX draw into memory; before it is started. */
    static void drawWithoutOne() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** What is wrong when JavaFX does not start, and the cure. */
    static String problem(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        if (failure instanceof UnsupportedOperationException || reason.contains("DISPLAY")) {
            return "the window cannot be shown: no display answers at "
                    + System.getenv().getOrDefault("DISPLAY", "$DISPLAY")
                    + "; unset DISPLAY, or write a picture with --picture";
        }
        if (failure instanceof LinkageError) {
            return "the window cannot be shown: a system library is missing ("
                    + reason.lines().findFirst().orElse("")
                    + "); on Debian: apt-get install libgtk-3-0 libxtst6 libgl1 libfreetype6"
                    + " libpangoft2-1.0-0";
        }
        return "the window cannot be shown: " + reason;
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
