package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A stage of a build. Immutable.
 *
 * @param index 0 for the first
 * @param from what it begins with
 * @param instructions those after it
 */
public record Stage(int index, Instruction.From from, List<Instruction> instructions) {
    /** Copies the list. */
    public Stage {
        instructions = List.copyOf(instructions);
    }

    /** Its name, in lower case; null where it has none. */
    public @Nullable String name() {
        return from.name();
    }
}
