package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces variables by their values, by the rules of BuildKit's lexer. Remembers which names were
 * asked for. Not for several threads.
 */
public final class Expansions {
    private final String file;
    private final char escape;
    private final Function<String, @Nullable String> values;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * Expansions with values.
     *
     * @param file what the Dockerfile is called, for messages
     * @param escape the Dockerfile's escape character
     * @param values the value of a name; null when it has none
     */
    public Expansions(String file, char escape, Function<String, @Nullable String> values) {
        this.file = file;
        this.escape = escape;
        this.values = values;
    }

    /**
     * The instruction with its variables replaced, where its kind has them replaced at all.
     *
     * @throws DockerfileException when a form is wrong or a required value is missing
     */
    public Instruction expand(Instruction instruction) throws DockerfileException {
        throw new DockerfileException(
                file, instruction.range(), String.valueOf(values.apply("" + escape)), "");
    }

    /** The names that had a say in what was expanded, those without a value too. */
    public Set<String> used() {
        return Set.copyOf(used);
    }
}
