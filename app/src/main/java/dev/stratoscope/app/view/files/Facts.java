package dev.stratoscope.app.view.files;

/**
 * What is asked for besides name and kind.
 *
 * @param larger files have more bytes than this; -1 when that is not asked for
 * @param smaller files have fewer bytes than this; -1 when that is not asked for
 * @param owner as {@link FileFilter#owner}
 */
record Facts(long larger, long smaller, String owner) {
    static final Facts NONE = new Facts(-1, -1, "");

    /** How many of these are asked for. */
    int count() {
        return (larger >= 0 ? 1 : 0) + (smaller >= 0 ? 1 : 0) + (owner.isEmpty() ? 0 : 1);
    }

    /** A filter that asks for these too. */
    FileFilter of(FileFilter filter) {
        return filter.withSizes(larger + 1, smaller < 0 ? Long.MAX_VALUE : Math.max(0, smaller - 1))
                .withOwner(owner);
    }

    /** What a filter asks for. */
    static Facts in(FileFilter filter) {
        return new Facts(
                filter.smallest() - 1,
                filter.largest() == Long.MAX_VALUE ? -1 : filter.largest() + 1,
                filter.owner());
    }
}
