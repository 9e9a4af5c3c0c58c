package dev.stratoscope.app.window.jobs;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Pace;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.task.Meter;

import java.util.ArrayList;
import java.util.List;

/** How far a job is, in words. */
final class JobWords {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private JobWords() {}

    /** {@code 18.4 of 46.0 MB}; {@code 212 MB} where no end is known; empty before anything. */
    static String amount(Brief.Unit unit, Meter.State state) {
        if (state.total() <= 0) {
            return state.done() <= 0 ? "" : quantity(unit, state.done());
        }
        String all = quantity(unit, state.total());
        String done = quantity(unit, Math.min(state.done(), state.total()));
        String measure = all.substring(all.lastIndexOf(' '));
        boolean same = done.endsWith(measure);
        return (same ? done.substring(0, done.length() - measure.length()) : done) + " of " + all;
    }

    /** {@code 6.4 MB/s}; empty while that is not known. */
    static String rate(Brief.Unit unit, Pace pace) {
        long rate = Math.round(pace.perSecond());
        return rate <= 0 ? "" : quantity(unit, rate) + "/s";
    }

    /** {@code 4 s left}; empty while that is not known. */
    static String left(double seconds) {
        if (seconds < 0) {
            return "";
        }
        long whole = Math.max(1, (long) Math.ceil(seconds));
        if (whole < MINUTE) {
            return whole + " s left";
        }
        if (whole < HOUR) {
            return (whole + MINUTE - 1) / MINUTE + " min left";
        }
        return "over " + whole / HOUR + " h left";
    }

    /** Amount, rate and time left, as far as they are known. */
    static String all(Brief.Unit unit, Meter.State state, Pace pace) {
        List<String> parts = new ArrayList<>();
        parts.add(amount(unit, state));
        parts.add(rate(unit, pace));
        parts.add(left(pace.secondsLeft(state.total())));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static String quantity(Brief.Unit unit, long count) {
        return switch (unit) {
            case BYTES -> HumanSize.spaced(count);
            case PATHS -> HumanSize.grouped(count) + (count == 1 ? " path" : " paths");
        };
    }
}
