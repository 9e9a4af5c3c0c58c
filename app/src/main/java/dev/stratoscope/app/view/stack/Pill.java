package dev.stratoscope.app.view.stack;

/**
 * A short fact about a step. Immutable; may be made on any thread.
 *
 * @param text a word or two ({@code in 5 images})
 * @param tip the whole of it, one line, for who asks; may be empty
 */
public record Pill(String text, String tip) {}
