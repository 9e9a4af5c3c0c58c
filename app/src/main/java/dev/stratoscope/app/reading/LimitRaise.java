package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;

/**
 * A limit that was met, and ten times its value, as far as the engine can go.
 *
 * @param limit which one
 * @param value what to raise it to
 */
public record LimitRaise(Limit limit, long value) {
    private static final long TIMES = 10;

    /** What would help against a failure; null when it met no limit, or one that is at its end. */
    public static @Nullable LimitRaise of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof LimitException met) {
                for (Limit limit : Limit.values()) {
                    if (limit.word().equals(met.limit()) && met.value() < limit.most()) {
                        return new LimitRaise(limit, tenfold(met.value(), limit.most()));
                    }
                }
            }
        }
        return null;
    }

    private static long tenfold(long value, long most) {
        return value > most / TIMES ? most : value * TIMES;
    }

    /** {@code Raise entries to 200,000,000}. */
    public String words() {
        return "Raise " + limit.word() + " to " + HumanSize.grouped(value);
    }

    /** The limits with this one raised. */
    public Limits in(Limits limits) {
        return limits.with(limit, value);
    }
}
