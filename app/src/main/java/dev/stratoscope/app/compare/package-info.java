/**
 * Two images side by side: which layer became which, which paths differ and how, and which values
 * of the configs differ. A tab opens both images itself and holds them until it is closed.
 */
@NullMarked
package dev.stratoscope.app.compare;

import org.jspecify.annotations.NullMarked;
