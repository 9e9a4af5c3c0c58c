/**
 * The command line: the engine's answers as text and JSON on standard output.
 *
 * <p>{@link dev.stratoscope.app.cli.Cli#run} is the way in. It knows no window: what opens one is
 * handed to it as {@link dev.stratoscope.app.cli.Windows}. The listings ({@link
 * dev.stratoscope.app.cli.LayersListing}, {@link dev.stratoscope.app.cli.TreeListing}, {@link
 * dev.stratoscope.app.cli.HistoryListing}, {@link dev.stratoscope.app.cli.InspectDocument}) take an
 * open image and a stream and may be called by others too.
 *
 * <p>Invariants: results go to standard output, everything else to standard error. A failure is one
 * line {@code stratoscope: what: why} and status 1, wrong usage at most two lines and status 2. Of
 * {@code compare} 1 means different, so its failures are 2, and a reader that stops early still
 * learns which it is. Nothing that comes out of an image reaches a terminal unescaped, but for the
 * bytes that {@code cat} was asked for. Long listings stream; no listing recurses over directories.
 *
 * <p>Decisions: the grammar is built by calls, not by annotations, since reflection over annotated
 * classes costs more than the work of a small verb; a verb's own classes are loaded when it runs.
 * {@code --json} never truncates. A closed pipe is the reader's wish to see no more, so it ends the
 * program quietly with status 0. Times in tables are in the clock's zone, as docker's are; times in
 * JSON are UTC, but for docker's {@code CreatedAt}.
 */
package dev.stratoscope.app.cli;
