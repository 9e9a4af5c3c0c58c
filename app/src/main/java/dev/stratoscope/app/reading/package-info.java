/**
 * Images as they are opened and read, whatever tab shows them: what is opened and within which
 * limits, which of several is meant, what it is called, and the steps its documents tell of.
 */
@NullMarked
package dev.stratoscope.app.reading;

import org.jspecify.annotations.NullMarked;
