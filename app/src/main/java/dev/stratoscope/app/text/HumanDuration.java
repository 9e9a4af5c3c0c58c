package dev.stratoscope.app.text;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Spans of time in docker's words. */
public final class HumanDuration {
    /** Docker takes any time up to this for "not said". */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private HumanDuration() {}

    /**
     * The span in one unit: {@code 5 seconds}, {@code About an hour}, {@code 2 weeks}. Negative
     * spans are less than a second.
     */
    public static String of(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 1) {
            return "Less than a second";
        }
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes == 1 ? "About a minute" : minutes + " minutes";
        }
        long hours = (seconds + 30 * 60) / 3600;
        if (hours < 48) {
            return hours == 1 ? "About an hour" : hours + " hours";
        }
        if (hours < 24 * 7 * 2) {
            return hours / 24 + " days";
        }
        if (hours < 24 * 30 * 2) {
            return hours / 24 / 7 + " weeks";
        }
        if (hours < 24 * 365 * 2) {
            return hours / 24 / 30 + " months";
        }
        return seconds / 3600 / 24 / 365 + " years";
    }

    /**
     * Docker's CREATED.
     *
     * @param created whole seconds count; null where it is not said
     * @return {@code 3 days ago}, or {@code N/A} for a time up to the year 2000 or none
     */
    public static String ago(@Nullable Instant created, Instant now) {
        if (created == null || !created.isAfter(EARLIEST)) {
            return "N/A";
        }
        Instant second = Instant.ofEpochSecond(created.getEpochSecond());
        return of(Duration.between(second, now)) + " ago";
    }
}
