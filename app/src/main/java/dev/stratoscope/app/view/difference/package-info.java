/**
 * Two versions of one file side by side: text, bytes, pictures, what archives hold, and metadata.
 * Reads in the background, as far as there is something to read, and says where it stopped.
 */
@NullMarked
package dev.stratoscope.app.view.difference;

import org.jspecify.annotations.NullMarked;
