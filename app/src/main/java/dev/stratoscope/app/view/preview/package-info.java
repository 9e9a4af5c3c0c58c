/**
 * A file's content as text or bytes, as far as it goes. What is read is bounded, whatever the
 * file's size.
 */
package dev.stratoscope.app.view.preview;
