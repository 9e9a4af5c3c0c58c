package dev.stratoscope.model.archive;

import java.util.zip.DataFormatException;

/** Inflates, and can stop and begin between two deflate blocks. */
interface BlockInflater extends RawInflater {
    /** As {@link #inflate}, but goes no farther than to the end of the current block. */
    int inflateToBlockEnd(byte[] to, int from, int length) throws DataFormatException;

    /**
     * Whether {@link #inflateToBlockEnd} stopped at the end of a block that is not the last. The
     * bytes given before are then all needed but for {@link #left}, and of the last of them, all
     * but {@link #bits}.
     */
    boolean atBlockEnd();

    /** How many high bits of the last needed byte belong to the next block, 0 to 7. */
    int bits();

    /** The plain bytes that what follows may refer to, at most {@link #WINDOW}. */
    byte[] window();

    /**
     * Begins at a block's start.
     *
     * @param bits how many bits of it are in the byte before those that will be fed
     * @param value these bits
     * @param window the plain bytes before it
     */
    void enter(int bits, int value, byte[] window);
}
