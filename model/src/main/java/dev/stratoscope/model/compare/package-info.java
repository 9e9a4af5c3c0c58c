/**
 * Two images, or two layers, side by side: which files differ and how, which layers belong
 * together, and which values of the configs differ. Works on what is known of layers that were
 * read, and opens nothing itself. Everything here is immutable and safe for use by many threads.
 *
 * <p>{@link dev.stratoscope.model.compare.Alignment} pairs steps from the surest sign to the
 * weakest: what stands in the same order first, then what was moved, and what no word tells by
 * sketches of the layers, which look once at each entry. It settles for fewer pairs where two
 * histories are long and strange, so that its work stays bounded. {@link
 * dev.stratoscope.model.compare.ConfigDifference} compares what the configs say, whatever types
 * their values have.
 */
@NullMarked
package dev.stratoscope.model.compare;

import org.jspecify.annotations.NullMarked;
