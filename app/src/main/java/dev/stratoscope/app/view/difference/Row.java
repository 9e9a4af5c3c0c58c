package dev.stratoscope.app.view.difference;

/**
 * A row of a text difference.
 *
 * @param type what it shows
 * @param before the old line, from 0; -1 for none
 * @param after the new line, from 0; -1 for none
 * @param count how many lines a fold hides; 1 for all others
 */
record Row(Type type, int before, int after, int count) {
    /** What a row shows. */
    enum Type {
        /** A line that is the same on both sides. */
        EQUAL,
        /** An old line, a new line, or one of each beside each other. */
        CHANGED,
        /** An old line alone; {@code after} is the new one it is like. */
        REMOVED,
        /** A new line alone; {@code before} is the old one it is like. */
        ADDED,
        /** A mark in the place of lines that are the same; {@code before} is the first of them. */
        FOLD
    }
}
