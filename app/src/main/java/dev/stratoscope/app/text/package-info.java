/**
 * How values are written for people: sizes, ages, modes, instructions, paths, tables.
 *
 * <p>Pure functions from values to text, the same for the terminal and the window; nothing here
 * reads a file, a clock or the locale. Where docker has a way of writing something, that is the
 * way, to the letter: {@link dev.stratoscope.app.text.HumanSize#docker}, {@link
 * dev.stratoscope.app.text.HumanDuration}, {@link dev.stratoscope.app.text.TextTable} and {@link
 * dev.stratoscope.app.text.DisplayWidth#truncate} follow go-units, docker's formatter and Go's
 * tabwriter.
 *
 * <p>Whatever comes out of an image passes {@link dev.stratoscope.app.text.Escapes} before a person
 * sees it: names may hold terminal escapes, direction marks, and bytes that are no text at all. How
 * a file's bytes are text at all {@link dev.stratoscope.app.text.Encoding} tells by looking at
 * them.
 */
package dev.stratoscope.app.text;
