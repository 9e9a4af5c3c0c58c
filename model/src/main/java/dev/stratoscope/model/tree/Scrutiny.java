package dev.stratoscope.model.tree;

/**
 * Which metadata count when two paths are compared. Mode and extended attributes always do.
 *
 * @param times when files were modified
 * @param owners the numbers of users and groups
 */
public record Scrutiny(boolean times, boolean owners) {
    /** Everything counts. */
    public static final Scrutiny FULL = new Scrutiny(true, true);
}
