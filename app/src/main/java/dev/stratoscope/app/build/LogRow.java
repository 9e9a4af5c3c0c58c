package dev.stratoscope.app.build;

/**
 * A line of a build's log. Immutable.
 *
 * @param step the number of the step that wrote it
 * @param text as it was written
 */
record LogRow(int step, Kind kind, String text) {
    /** What a line is. */
    enum Kind {
        /** Names the step that writes from here on. */
        HEAD,
        /** Of standard output. */
        OUT,
        /** Of standard error. */
        ERROR,
        /** What became of the step. */
        NOTE,
        /** Why the step failed. */
        FAILURE
    }
}
