package dev.stratoscope.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast something advances, from what was seen of it within the last seconds. Used by one
 * thread.
 */
public final class Pace {
    private static final double SECONDS = 3;
    private static final double NANOS = 1e9;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done) {}

    /**
     * Takes a look.
     *
     * @param nanos when, on any clock that never goes back
     * @param done how much is done in all
     */
    public void look(long nanos, long done) {
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > SECONDS * NANOS) {
            samples.removeFirst();
        }
    }

    /** Units a second; 0 while that is not known, or nothing was done lately. */
    public double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long done = samples.getLast().done() - samples.getFirst().done();
        return nanos <= 0 ? 0 : done * NANOS / nanos;
    }

    /**
     * Seconds until {@code total} units are done; negative while that is not known.
     *
     * @param total how many there are in all; not positive when that is not known
     */
    public double secondsLeft(long total) {
        double rate = perSecond();
        if (total <= 0 || rate <= 0) {
            return -1;
        }
        return Math.max(0, total - samples.getLast().done()) / rate;
    }
}
