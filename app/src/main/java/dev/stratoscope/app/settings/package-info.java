/**
 * What the program remembers between starts: how it looks, the items opened last, and the session:
 * which images were open and where one was in each.
 *
 * <p>One file of JSON, written whole or not at all. Reading it never fails: what is missing,
 * unknown or senseless becomes the default, because a file that was damaged or comes from a later
 * version must not keep the window from opening.
 */
package dev.stratoscope.app.settings;
