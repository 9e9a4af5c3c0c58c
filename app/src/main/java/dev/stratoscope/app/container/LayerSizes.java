package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.container.ContainerState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much containers wrote, measured in the background: again whenever a state changed, and of a
 * running one now and then. On the JavaFX thread.
 */
final class LayerSizes {
    private static final Duration OLD = Duration.ofSeconds(10);

    private final JobScope jobs;
    private final Runnable changed;
    private final Map<String, Measured> known = new HashMap<>();
    private final Set<String> measuring = new HashSet<>();

    private record Measured(@Nullable WrittenSize size, ContainerState state, Instant at) {}

    /**
     * Nothing is measured yet.
     *
     * @param changed told when a size is known
     */
    LayerSizes(JobScope jobs, Runnable changed) {
        this.jobs = jobs;
        this.changed = changed;
    }

    /** What is known of a container; null while nothing is. */
    @Nullable WrittenSize of(Seen seen) {
        Measured measured = known.get(seen.id());
        return measured == null ? null : measured.size();
    }

    /** Measures what may have changed of the containers that are shown. */
    void measure(List<Seen> rows, Instant now) {
        known.keySet().retainAll(rows.stream().map(Seen::id).toList());
        for (Seen seen : rows) {
            Measured last = known.get(seen.id());
            boolean stale =
                    last == null
                            || !last.state().equals(seen.state())
                            || (seen.state().isLive() && last.at().plus(OLD).isBefore(now));
            if (stale && measuring.add(seen.id())) {
                measure(seen, now);
            }
        }
    }

    private void measure(Seen seen, Instant now) {
        jobs.follow(
                "Measuring writable layers",
                progress -> WrittenSize.of(seen.container().changes(progress)),
                size -> keep(seen, new Measured(size, seen.state(), now)),
                failure -> keep(seen, new Measured(null, seen.state(), now)));
    }

    private void keep(Seen seen, Measured measured) {
        measuring.remove(seen.id());
        known.put(seen.id(), measured);
        changed.run();
    }
}
