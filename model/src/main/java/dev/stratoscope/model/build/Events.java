package dev.stratoscope.model.build;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells of a build, one thing at a time. Safe for use by many threads. */
final class Events {
    private final Consumer<BuildEvent> told;
    private final Clock clock;

    Events(Consumer<BuildEvent> told, Clock clock) {
        this.told = told;
        this.clock = clock;
    }

    /** An event that knows when it is told. */
    interface Timed {
        BuildEvent at(Instant now);
    }

    synchronized void tell(Timed event) {
        told.accept(event.at(clock.instant()));
    }
}
