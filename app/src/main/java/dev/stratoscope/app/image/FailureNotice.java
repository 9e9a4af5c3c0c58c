package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.reading.LimitRaise;

import org.jspecify.annotations.Nullable;

/**
 * One notice of layers that cannot be read.
 *
 * @param count how many layers it is of, at least 1
 * @param raise the limit to raise for them; null when that does not help
 * @param usable the topmost layer below all that cannot be read; -1 for none
 */
record FailureNotice(Problem problem, int count, @Nullable LimitRaise raise, int usable) {

    /** The words of the button; null for none. */
    @Nullable String cure() {
        if (raise != null) {
            return raise.words();
        }
        if (count > 1) {
            return "Show findings";
        }
        return usable < 0 ? null : "Show L" + usable;
    }
}
