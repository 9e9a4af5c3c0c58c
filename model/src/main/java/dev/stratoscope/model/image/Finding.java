package dev.stratoscope.model.image;

/**
 * Something odd about an image that does not stop the work.
 *
 * @param severity how bad it is
 * @param subject what it is about: a layer, a path, a member
 * @param message what is odd, one line
 */
public record Finding(Severity severity, String subject, String message) {
    /** How bad a finding is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Against the specification, yet readable. */
        WARNING,
        /** Damaged: what the image says of itself does not hold. */
        ERROR
    }

    @Override
    public String toString() {
        return subject + ": " + message;
    }
}
