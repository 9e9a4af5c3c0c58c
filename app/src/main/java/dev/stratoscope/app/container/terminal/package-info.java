/**
 * Terminals: what a program writes becomes a screen, which is drawn and typed into; and lines of a
 * log with the same escapes.
 *
 * <p>{@link dev.stratoscope.app.container.terminal.Screen} runs a library's emulation on a thread
 * of its caller's; {@link dev.stratoscope.app.container.terminal.TerminalView} draws what the
 * screen shows, in the colours of the style sheets. Neither knows where the bytes come from.
 * Nothing of the library is seen outside of this package.
 */
package dev.stratoscope.app.container.terminal;
