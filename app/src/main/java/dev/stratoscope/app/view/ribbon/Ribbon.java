package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

/**
 * A step of one image and the one of the other that it became, or one without counterpart.
 *
 * @param pair the steps
 * @param isSame whether nothing differs between the two; false while that is not known
 * @param counts how many paths differ between the two layers; null where there are none, or that is
 *     not known yet
 */
public record Ribbon(StepPair pair, boolean isSame, @Nullable ChangeCounts counts) {}
