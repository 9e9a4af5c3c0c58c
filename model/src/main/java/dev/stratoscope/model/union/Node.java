package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

/**
 * What the file system shows at one place, as it was when it was looked up. Immutable.
 *
 * @param parent the folder it is in; null of the root
 * @param path its clean path; empty for the root
 * @param below what the lower tree has of that name, whether or not it is shown; -1 for nothing
 * @param said what the writable layer says; null when nothing, then {@code below} is shown
 */
record Node(@Nullable Node parent, ByteString path, int below, Upper.@Nullable Said said) {
    /** Whether the writable layer has it, so that something can be put there. */
    boolean isUp() {
        return said != null || parent == null;
    }

    Upper.Said up() {
        if (said == null) {
            throw new IllegalStateException("not in the writable layer: " + path);
        }
        return said;
    }
}
