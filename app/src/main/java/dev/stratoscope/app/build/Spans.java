package dev.stratoscope.app.build;

import java.time.Duration;
import java.util.Locale;

/** Spans of time, short enough for a column. */
final class Spans {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Spans() {}

    /** {@code 0.4 s}, {@code 16.2 s}, {@code 3:05 min}, {@code 1:02 h}. */
    static String of(Duration span) {
        long millis = span.toMillis();
        if (millis < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis < HOUR
                ? String.format(Locale.ROOT, "%d:%02d min", millis / MINUTE, millis % MINUTE / 1000)
                : String.format(Locale.ROOT, "%d:%02d h", millis / HOUR, millis % HOUR / MINUTE);
    }
}
