package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.StartFailedException;

/** Why an image could not be run, in words with the cure. */
final class RunProblems {
    private RunProblems() {}

    /** The words for a failure. */
    static Problem of(RunSpec spec, Throwable failure) {
        Problem plain = Problems.of(spec.image() + " cannot be run", failure);
        if (!(failure instanceof StartFailedException start)) {
            return plain;
        }
        String cure =
                switch (start.exitCode()) {
                    case 127 -> " Put a program that the image has under Command.";
                    case 126 -> " Put a program that may be executed under Command.";
                    default -> "";
                };
        String reason = plain.reason();
        String end = reason.endsWith(".") ? "" : ".";
        return new Problem(plain.title(), reason + end + Escapes.text(cure));
    }
}
