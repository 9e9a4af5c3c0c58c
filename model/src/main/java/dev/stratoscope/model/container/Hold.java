package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.runtime.RunState;

import java.io.Closeable;
import java.io.IOException;

/** Holds the processes of a container that runs, until it is closed. */
interface Hold extends Closeable {
    /**
     * Holds them.
     *
     * @param wanted false holds nothing, as for one that does not run or is paused anyway
     */
    static Hold of(Run run, boolean wanted) throws IOException {
        if (!wanted || run.state().status() != RunState.Status.RUNNING) {
            return () -> {};
        }
        run.pause();
        return run::resume;
    }
}
