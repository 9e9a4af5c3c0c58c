/**
 * What changed between two trees.
 *
 * <p>{@link dev.stratoscope.model.diff.TreeDiff} is one tree over both sides, breadth first like
 * the trees themselves, with a {@link dev.stratoscope.model.diff.Kind} for every path. Contents are
 * compared by digest; where both sides are the very same entry of the same layer nothing is
 * compared at all. The same shape serves a layer's changes, a build step's and a container's.
 */
package dev.stratoscope.model.diff;
