package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A Dockerfile that was read. Immutable.
 *
 * @param file what it is called
 * @param text as it was read
 * @param escape the character that continues lines and escapes: a backslash or a backtick
 * @param globals the ARGs before the first FROM
 * @param stages at least one
 * @param findings what could be better, in the order of the lines
 * @param strict whether the text asks for findings to stop a build ({@code # check=error=true})
 */
public record Dockerfile(
        String file,
        String text,
        char escape,
        List<Instruction.Arg> globals,
        List<Stage> stages,
        List<Finding> findings,
        boolean strict) {
    /** Copies the lists. */
    public Dockerfile {
        globals = List.copyOf(globals);
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    /**
     * Reads one.
     *
     * @param file what it is called, for messages
     * @throws DockerfileException when it is none
     */
    public static Dockerfile parse(String file, String text) throws DockerfileException {
        return parse(file, text, _ -> null);
    }

    /**
     * As the other, where images are known that stages begin with: then variables that nobody sets
     * are found too, and images for another platform.
     *
     * @param bases not asked for {@code scratch} and other stages; null of an image not known
     */
    public static Dockerfile parse(
            String file, String text, Function<Instruction.From, @Nullable BaseImage> bases)
            throws DockerfileException {
        return DockerfileReader.read(file, text, bases);
    }

    /**
     * The same with a finding for each source of COPY and ADD that is left out of the context
     * (CopyIgnoredFile).
     *
     * @param name what the ignore file is called
     */
    public Dockerfile leavingOut(IgnoreFile ignore, String name) throws DockerfileException {
        return ignore.rules().isEmpty() ? this : new IgnoredSources(ignore, name).in(this);
    }

    /**
     * The instruction that an image has for builds on top of it ({@code ONBUILD}).
     *
     * @param file what it is called, for messages
     * @throws DockerfileException when it is none
     */
    public static Instruction trigger(String file, String instruction) throws DockerfileException {
        return InstructionReader.trigger(file, instruction, '\\');
    }
}
