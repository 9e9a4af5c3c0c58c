package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.files.FileOrder.By;

import java.util.List;

/**
 * What can stand beside the name of a file, in the order columns have unless a person moves them.
 */
public enum FileColumn {
    /** The kind of change as a word. */
    CHANGE("Change", 112, By.CHANGE, 4),
    /** The size in scope, over a bar; of what is gone, the size it had. */
    SIZE("Size", 88, By.SIZE, 8),
    /** By how many bytes it grew or shrank. */
    GROWTH("Size change", 108, By.GROWTH, 6),
    /** Type and permission bits as {@code ls -l} writes them. */
    MODE("Mode", 96, By.MODE, 3),
    /** The owner by name, as the image names it. */
    OWNER("Owner", 88, By.OWNER, 5),
    /** The owner's numbers. */
    IDS("uid:gid", 84, By.OWNER, 2),
    /** When it was last modified, in UTC. */
    MODIFIED("Modified (UTC)", 160, By.MODIFIED, 1),
    /** The layer that had the last word. */
    LAYER("Layer", 66, By.LAYER, 7),
    /** What a symbolic or hard link leads to. */
    LINK("Link target", 180, By.LINK, 0),
    /** The names of the extended attributes. */
    XATTRS("xattrs", 160, By.XATTRS, 0),
    /** The kind of file. */
    TYPE("Type", 76, By.TYPE, 1),
    /** The size on the old one of two sides. */
    LEFT_SIZE("Left", 94, By.BEFORE, 7),
    /** The size on the new one of two sides. */
    RIGHT_SIZE("Right", 94, By.SIZE, 7),
    /** By how many bytes two sides differ, beside a bar. */
    DIFFERENCE("Difference", 156, By.DIFFERENCE, 8),
    /** The layers that two sides have it from. */
    LAYERS("Layers", 76, By.LAYERS, 6),
    /** By how many bytes a file differs from what the image has. */
    AGAINST("Against image", 112, By.DIFFERENCE, 6),
    /** When it was last written to, in the local time. */
    WRITTEN("Written", 92, By.MODIFIED, 4);

    /** The columns for the files of one image. */
    static final List<FileColumn> OF_ONE =
            List.of(CHANGE, SIZE, GROWTH, MODE, OWNER, IDS, MODIFIED, LAYER, LINK, XATTRS, TYPE);

    /** The columns for the files of two sides that are compared. */
    public static final List<FileColumn> OF_TWO =
            List.of(
                    CHANGE,
                    MODE,
                    OWNER,
                    IDS,
                    MODIFIED,
                    LINK,
                    XATTRS,
                    TYPE,
                    LEFT_SIZE,
                    RIGHT_SIZE,
                    DIFFERENCE,
                    LAYERS);

    /** The columns for what a container wrote. */
    public static final List<FileColumn> OF_WRITTEN =
            List.of(CHANGE, SIZE, AGAINST, MODE, OWNER, IDS, WRITTEN, MODIFIED, LINK, XATTRS, TYPE);

    private final String title;
    private final double width;
    private final By by;
    private final int weight;

    FileColumn(String title, double width, By by, int weight) {
        this.title = title;
        this.width = width;
        this.by = by;
        this.weight = weight;
    }

    /** The words of its head. */
    public String title() {
        return title;
    }

    /** Its width in pixels unless a person chose another. */
    double width() {
        return width;
    }

    By by() {
        return by;
    }

    /** Where there is no room for all columns, those that weigh least give way first. */
    int weight() {
        return weight;
    }

    boolean isNumber() {
        return switch (this) {
            case SIZE, GROWTH, LEFT_SIZE, RIGHT_SIZE, DIFFERENCE, AGAINST -> true;
            default -> false;
        };
    }
}
