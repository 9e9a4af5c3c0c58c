package dev.stratoscope.app.fx;

/**
 * What a job is about. Immutable.
 *
 * @param title what is done, for a person: {@code Indexing nginx.tar}
 * @param unit what its progress counts
 * @param quiet whether nobody asked for it, so that it is told of only when it takes long
 */
public record Brief(String title, Unit unit, boolean quiet) {

    /** What the progress of a job counts. */
    public enum Unit {
        /** Bytes read or written. */
        BYTES,
        /** Paths looked at. */
        PATHS
    }

    /** Work that a person asked for and that counts bytes. */
    public static Brief of(String title) {
        return new Brief(title, Unit.BYTES, false);
    }

    /** Work that a person asked for and that counts paths. */
    public static Brief ofPaths(String title) {
        return new Brief(title, Unit.PATHS, false);
    }

    /** Work that nobody asked for. */
    public static Brief quiet(String title) {
        return new Brief(title, Unit.BYTES, true);
    }
}
