/**
 * What changed between two trees.
 *
 * <p>{@link dev.stratoscope.model.diff.TreeDiff} is one tree over both sides, breadth first like
 * the trees themselves, with a {@link dev.stratoscope.model.diff.Kind} for every path. Contents are
 * compared by digest; where both sides are the very same entry of the same layer nothing is
 * compared at all. The same shape serves a layer's changes, a build step's and a container's.
 *
 * <p>{@link dev.stratoscope.model.diff.Timeline} is the history of a whole stack: every path of any
 * layer with what it is from layer to layer, from one walk over all layers in step. A {@link
 * dev.stratoscope.model.diff.Changeset} between two of its layers is made of nothing but their
 * numbers; what each layer touches is listed, so that counting and marking cost what changes and
 * not what there is. It is made when a person travels from layer to layer; for two trees of
 * different stacks, and where a command asks once, there is TreeDiff. Both follow the same rules:
 * {@code StackWalk} and {@code PathHistory} say what a stack shows, and {@code Kind} how that
 * differs.
 *
 * <p>{@link dev.stratoscope.model.diff.TreeDiff#asLayer} turns a difference into the entries of a
 * layer. Laid over the old tree that layer shows the new one, names of one file included; a layer
 * never links to what only a layer below it has, since not every extractor looks there.
 */
package dev.stratoscope.model.diff;
