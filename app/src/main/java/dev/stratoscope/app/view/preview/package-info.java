/**
 * A file's content, as far as it goes: text in the colours of its language, bytes, a picture, or
 * what an archive packs.
 *
 * <p>{@link dev.stratoscope.app.view.preview.Preview} reads a file's beginning, a MiB at most, and
 * tells what it is by its bytes; the name only decides how text is coloured. {@link
 * dev.stratoscope.app.view.preview.PreviewPane} shows it and reads on in the background where more
 * is looked at: bytes page by page around the place on the screen, all of a text when asked for,
 * members of an archive as far as they can be counted. What is read is bounded, whatever the file's
 * size, and what is left out is said.
 *
 * <p>Decision: bytes are shown by a view of our own. The toolkit's lists walk over every row to
 * find a place, which takes seconds in a file of gigabytes.
 */
package dev.stratoscope.app.view.preview;
