package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.model.diff.Timeline;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;

/**
 * The timeline of an image as far as it is read, and how fast it answers: what was quick lately may
 * be asked for between two frames. On the JavaFX thread.
 */
final class Pace {
    /** So long a frame may wait and nobody sees it. */
    private static final long QUICK = 6_000_000;

    private static final int MANY = 100_000;

    private final Map<TreeRequest.Way, Long> nanos = new EnumMap<>(TreeRequest.Way.class);
    private @Nullable Timeline timeline;
    private boolean rehearsed;

    /** The timeline; null while there is none. */
    @Nullable Timeline timeline() {
        return timeline;
    }

    /** Keeps a timeline, unless one of more layers is known. */
    void keep(Timeline made) {
        Timeline known = timeline;
        if (known == null || made.layers() > known.layers()) {
            timeline = made;
            nanos.clear();
            rehearsed = false;
        }
    }

    /**
     * Whether it pays to ask a timeline for every layer once before somebody does; said once.
     * Timelines of few paths answer quickly anyway.
     */
    boolean rehearses(Timeline known) {
        boolean first = known.equals(timeline) && !rehearsed && known.paths() > MANY;
        rehearsed |= first;
        return first;
    }

    /** Takes in how long an answer took, in nanoseconds. */
    void took(TreeRequest.Way way, long time) {
        nanos.put(way, time);
    }

    /** Whether the last answer of a kind was there at once. */
    boolean isQuick(TreeRequest.Way way) {
        return nanos.getOrDefault(way, Long.MAX_VALUE) <= QUICK;
    }
}
