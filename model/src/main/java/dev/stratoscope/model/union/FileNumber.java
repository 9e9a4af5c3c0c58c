package dev.stratoscope.model.union;

/**
 * What all names of one file have in common, and no other file has.
 *
 * @param up whether it is in the writable layer
 * @param number the number there
 */
record FileNumber(boolean up, long number) {
    /** Both in one number, as {@code ls -i} would print it. */
    long inode() {
        return (number << 1) | (up ? 1 : 0);
    }
}
