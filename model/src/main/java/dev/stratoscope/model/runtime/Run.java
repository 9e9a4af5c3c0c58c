package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * The last run of a container, as the files of its folder and the system tell of it: two of them
 * may be the same run, in several processes. Safe for use by many threads.
 */
public interface Run {
    /** What it does now; no process is started for it. */
    RunState state() throws IOException;

    /**
     * Whether its first process is there, and is not another one that has its number by now: what
     * was opened by that number before is its own then.
     */
    boolean isAlive() throws IOException;

    /** What runs it, and how: {@code crun 1.8.1, conmon}; null when it was never started. */
    @Nullable String runBy() throws IOException;

    /**
     * The published ports, with those of the machine that were free; empty when it does not run.
     */
    List<PublishedPort> ports() throws IOException;

    /**
     * What the runtime was told (runtime-spec, config.md), or how the basic launcher was called;
     * null when it was never started.
     */
    @Nullable JsonNode config() throws IOException;

    /** Waits until it does not run and tells its exit code, -1 when nobody saw it end. */
    int await() throws IOException;

    /**
     * Waits until it does not run, or the time is over.
     *
     * @return whether it does not run
     */
    boolean await(Duration time) throws IOException;

    /**
     * Sends a signal to its first process; nothing happens when it does not run.
     *
     * @param signal as {@link Signals#number}
     */
    void kill(int signal) throws IOException;

    /** Sends a signal, and SIGKILL when it did not end in time; nothing when it does not run. */
    void stop(int signal, Duration patience) throws IOException;

    /** Holds its processes. */
    void pause() throws IOException;

    /** Lets them go on. */
    void resume() throws IOException;

    /**
     * Ends what still runs of it and clears away all that it left: mounts, the runtime's state,
     * cgroups, its forwarder of ports. The log and the exit code stay. May be repeated, also after
     * it was killed half-way.
     */
    void delete() throws IOException;

    /**
     * Runs a further process, copies its streams and waits for its end.
     *
     * @param input what it reads; null is nothing
     * @return its exit code
     * @throws LaunchException when the program cannot be started
     */
    int exec(ExecProcess process, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException;

    /** Runs a further process with the streams or the terminal of this process. */
    int execAttached(ExecProcess process) throws IOException;

    /** Runs a further process in a terminal of its own. */
    TerminalProcess terminal(ExecProcess process, int columns, int rows) throws IOException;

    /** What it uses now. */
    Stats stats() throws IOException;

    /** What it wrote, in this run and those before; the caller closes it. */
    LogReader log() throws IOException;
}
