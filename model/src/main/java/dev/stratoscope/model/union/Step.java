package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

/** One change of what a {@link JournaledUpper} says, as its journal has it. Immutable. */
sealed interface Step {
    /**
     * Something new, at a free name or in place of a whiteout.
     *
     * @param number of no other file before
     */
    record Make(long number, ByteString path, Attributes attributes, boolean opaque)
            implements Step {}

    /** One more name of what is no folder. */
    record Link(ByteString file, ByteString name) implements Step {}

    /** Other attributes; of a number that nothing has any more it says nothing. */
    record Set(long number, Attributes attributes) implements Step {}

    /** Whether a folder hides what is below it. */
    record Opaque(ByteString path, boolean opaque) implements Step {}

    /** Another name, over what may be there. */
    record Rename(ByteString from, ByteString to, boolean whiteout) implements Step {}

    /** Nothing is said of a name any more. */
    record Forget(ByteString path) implements Step {}

    /** A name is gone. */
    record Whiteout(ByteString path) implements Step {}
}
