package dev.stratoscope.app.container;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The containers there were when they were looked at. Immutable.
 *
 * @param containers the newest first
 * @param failure why they could not be looked at; null where they could
 */
record Listing(List<Seen> containers, @Nullable Throwable failure) {
    /** Nobody looked yet. */
    static final Listing UNKNOWN = new Listing(List.of(), null);

    /** How many have processes. */
    long live() {
        return containers.stream().filter(seen -> seen.state().isLive()).count();
    }

    /** How many have a record that cannot be read. */
    private long damaged() {
        return containers.stream().filter(seen -> seen.state().problem() != null).count();
    }

    /** For the status bar: {@code 1 running, 2 stopped}; empty where there is none. */
    String words() {
        long live = live();
        long damaged = damaged();
        long rest = containers.size() - live - damaged;
        return Stream.of(
                        live == 0 ? "" : live + " running",
                        rest == 0 ? "" : rest + " stopped",
                        damaged == 0 ? "" : damaged + " damaged")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it looks the same as another to a person. */
    boolean looksLike(Listing other) {
        if (containers.size() != other.containers.size()
                || (failure == null) != (other.failure == null)) {
            return false;
        }
        for (int i = 0; i < containers.size(); i++) {
            if (!containers.get(i).looksLike(other.containers.get(i))) {
                return false;
            }
        }
        return true;
    }
}
