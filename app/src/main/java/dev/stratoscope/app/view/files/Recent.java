package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Changes of which some came just now. */
public interface Recent extends Changeset {
    /** The same changes, whenever they came; their nodes are the same. */
    Changeset changes();

    /** When something was last written; null when nothing was, or that is not known. */
    @Nullable Instant lastWrite();

    /** Whether the path of a node changed a moment ago. */
    boolean isJustNow(int at);
}
