package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.model.container.ContainerState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** States of containers in words, and in the styles of their dots and pills. */
final class StateWords {
    private StateWords() {}

    /** One or two words: {@code Running}, {@code Exited (1)}. */
    static String brief(ContainerState state) {
        if (state.problem() != null) {
            return "Damaged";
        }
        return switch (state.status()) {
            case CREATED -> "Created";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case EXITED -> state.exitCode() < 0 ? "Exited" : "Exited (" + state.exitCode() + ")";
        };
    }

    /** The words for a container that may not be there. */
    static String brief(Presence presence, @Nullable Seen seen) {
        return switch (presence) {
            case UNKNOWN -> "";
            case REMOVED -> "Removed";
            case TROUBLE -> "Not known";
            case HERE -> seen == null ? "" : brief(seen.state());
        };
    }

    /**
     * The style class of a state: {@code running}, {@code paused}, {@code failed}, {@code rest}.
     */
    static String style(ContainerState state) {
        if (state.problem() != null) {
            return "failed";
        }
        return switch (state.status()) {
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case CREATED -> "rest";
            case EXITED -> state.exitCode() > 0 ? "failed" : "rest";
        };
    }

    /**
     * Since when it is as it is: {@code up 11 minutes}, {@code ended 2 hours ago}; what is wrong
     * with it where its record cannot be read.
     */
    static String since(ContainerState state, Instant created, Instant now) {
        if (state.problem() != null) {
            return Escapes.text(state.problem());
        }
        Instant started = state.startedAt();
        Instant finished = state.finishedAt();
        if (state.isLive() && started != null) {
            return "up " + span(started, now);
        }
        if (state.status() == ContainerState.Status.EXITED && finished != null) {
            return "ended " + span(finished, now) + " ago";
        }
        return "created " + span(created, now) + " ago";
    }

    private static String span(Instant from, Instant to) {
        String words = HumanDuration.of(Duration.between(from, to));
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
