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
        /** The kind of change: added, modified, metadata only, deleted, unchanged. */
        CHANGE,
        /** The size in scope; of what is gone, the size it had. */
        SIZE,
        /** By how many bytes it grew, what shrank most first. */
        GROWTH,
        /** The permission bits. */
        MODE,
        /** The owner's numbers. */
        OWNER,
        /** When it was last modified. */
        MODIFIED,
        /** The layer a path comes from. */
        LAYER,
        /** What a link leads to; what is no link comes after those. */
        LINK,
        /** The names of the extended attributes; what has none comes after those. */
        XATTRS,
        /** The word for the kind of file. */
        TYPE,
        /** The size on the old one of two sides. */
        BEFORE,
        /** By how many bytes two sides differ, whichever has more. */
        DIFFERENCE,
        /** The layers that two sides have a path from, the old side's first. */
        LAYERS
    }
}
