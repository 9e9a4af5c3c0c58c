/**
 * The command palette: commands, layers, files and images by a part of their name.
 *
 * <p>It knows none of them: what it looks among comes from the window as {@link
 * dev.stratoscope.app.view.Act} values, the same that feed menus and keys, so that a key shown is a
 * key that works.
 */
package dev.stratoscope.app.window.palette;
