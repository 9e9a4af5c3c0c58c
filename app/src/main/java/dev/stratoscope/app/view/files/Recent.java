package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

/** Changes of which some came just now. */
public interface Recent extends Changeset {
    /** The same changes, whenever they came; their nodes are the same. */
    Changeset changes();

    /** Whether the path of a node changed a moment ago. */
    boolean isJustNow(int at);
}
