package dev.stratoscope.app.view.files;

/**
 * How siblings are sorted.
 *
 * @param by the column
 * @param descending whether the largest comes first
 */
public record FileOrder(By by, boolean descending) {
    /** By name, folders first. */
    public static final FileOrder BY_NAME = new FileOrder(By.NAME, false);

    /** What can be sorted by. */
    public enum By {
        /** The name, folders first. */
        NAME,
        /** The size in scope. */
        SIZE,
        /** The permission bits. */
        MODE,
        /** The owner's numbers. */
        OWNER,
        /** The layer a path comes from. */
        LAYER
    }
}
