/**
 * Which parts of a line of text are keywords, strings and comments, for colouring it.
 *
 * <p>Knows no JavaFX. Each language is a table read by one of a few lexers. A lexer reads one line
 * at a time in a single pass to the right, and carries no more from line to line than a number, so
 * that any line can be coloured once those before it were passed. Nothing is parsed: text that is
 * no program of its language is coloured somehow, and never refused.
 */
package dev.stratoscope.app.view.code;
