/**
 * Two images, or two layers, side by side: which files differ and how, which layers belong
 * together, and which values of the configs differ. Works on what is known of layers that were
 * read, and opens nothing itself. Everything here is immutable and safe for use by many threads.
 */
@NullMarked
package dev.stratoscope.model.compare;

import org.jspecify.annotations.NullMarked;
