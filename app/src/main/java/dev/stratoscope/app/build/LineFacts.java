package dev.stratoscope.app.build;

import org.jspecify.annotations.Nullable;

/**
 * What the editor shows of a line beside its text. Immutable.
 *
 * @param size of the layer that it makes; empty for none
 * @param look what became of its step; null where no step begins there
 * @param isLit whether its step is selected or pointed at
 * @param isFailed whether its step failed, or it cannot be read
 * @param waveFrom the column, from 1, where something begins that could be better; 0 for nothing
 * @param waveTo the column after that
 * @param isWrong whether that is an error
 */
record LineFacts(
        String size,
        @Nullable StepLook look,
        boolean isLit,
        boolean isFailed,
        int waveFrom,
        int waveTo,
        boolean isWrong) {}
