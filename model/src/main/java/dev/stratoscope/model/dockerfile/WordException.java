package dev.stratoscope.model.dockerfile;

/** A word of an instruction is not closed, or asks for a value that is not there. */
final class WordException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, one line. */
    WordException(String reason) {
        super(reason);
    }
}
