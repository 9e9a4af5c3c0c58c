package dev.stratoscope.app.container;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.container.ContainerState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is said of a writable layer in few words. */
final class WritableWords {
    private static final DateTimeFormatter TIME = local("HH:mm:ss");
    private static final DateTimeFormatter DAY = local("d MMM uuuu");
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY_OF_SECONDS = 24 * HOUR;

    private WritableWords() {}

    private static DateTimeFormatter local(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());
    }

    /**
     * The writable layer as a step of a stack.
     *
     * @param written null before it was looked at
     * @param layer its number
     */
    static Step step(@Nullable Written written, Seen seen, int layer, Instant now) {
        boolean live = seen.state().status() == ContainerState.Status.RUNNING;
        return Step.writable(
                layer,
                written == null ? 0 : written.changes().bytes(),
                written == null ? "" : paths(written.paths(), seen.container().created(), now),
                written == null ? null : written.changes().counts(),
                lately(seen.state(), written == null ? null : written.layer().lastWrite(), now),
                live);
    }

    /** {@code 14 paths since 21:02:51}. */
    static String paths(int paths, Instant created, Instant now) {
        if (paths == 0) {
            return "nothing written yet";
        }
        boolean today = Duration.between(created, now).abs().toSeconds() < DAY_OF_SECONDS;
        String since = (today ? TIME : DAY).format(created);
        return HumanSize.grouped(paths) + (paths == 1 ? " path" : " paths") + " since " + since;
    }

    /** {@code live, last write 2 s ago}. */
    static String lately(ContainerState state, @Nullable Instant last, Instant now) {
        String does =
                switch (state.status()) {
                    case RUNNING -> "live";
                    case PAUSED -> "paused";
                    case CREATED -> "never started";
                    case EXITED -> "stopped";
                };
        return last == null ? does : does + ", " + lastWrite(last, now);
    }

    /** {@code last write 2 s ago}. */
    static String lastWrite(Instant last, Instant now) {
        return "last write " + ago(Math.max(0, Duration.between(last, now).toSeconds()));
    }

    private static String ago(long seconds) {
        if (seconds < 1) {
            return "just now";
        }
        if (seconds < 2 * MINUTE) {
            return seconds + " s ago";
        }
        if (seconds < 2 * HOUR) {
            return seconds / MINUTE + " min ago";
        }
        return seconds < 2 * DAY_OF_SECONDS
                ? seconds / HOUR + " h ago"
                : seconds / DAY_OF_SECONDS + " days ago";
    }
}
