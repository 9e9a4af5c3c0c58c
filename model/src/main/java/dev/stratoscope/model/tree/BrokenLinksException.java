package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A layer, or a stack of layers, with hard links that are names of no file. */
public final class BrokenLinksException extends ImageFormatException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;
    private final long count;

    BrokenLinksException(List<Finding> findings, long count) {
        super(
                findings.getFirst().subject(),
                findings.getFirst().message()
                        + (count == 1 ? "" : " (and " + (count - 1) + " more broken hard links)"));
        this.findings = List.copyOf(findings);
        this.count = count;
    }

    /** The first ones, at most 20, each with its path and what is wrong with it. */
    public List<Finding> findings() {
        return findings;
    }

    /** Those that an error is about, or was caused by; null where it is about something else. */
    public static @Nullable BrokenLinksException in(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenLinksException broken) {
                return broken;
            }
        }
        return null;
    }

    /** How many there are. */
    public long count() {
        return count;
    }
}
