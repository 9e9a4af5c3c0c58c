package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.SourceRange;

/**
 * One step of a build: an instruction of a stage. Immutable.
 *
 * @param number its place among all steps, from 0
 * @param stage the number of its stage
 * @param instruction as written
 */
public record BuildStep(int number, int stage, Instruction instruction) {
    /** Where it is written. */
    public SourceRange range() {
        return instruction.range();
    }

    /** Its line as it is written, continued lines joined. */
    public String text() {
        return instruction.statement().original();
    }
}
