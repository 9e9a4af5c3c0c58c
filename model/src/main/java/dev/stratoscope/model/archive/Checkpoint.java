package dev.stratoscope.model.archive;

/**
 * A place where a compressed stream can be entered.
 *
 * @param stored the offset in the stored bytes of the first whole byte that is needed
 * @param bits how many high bits of the byte before are needed too, 0 to 7
 * @param plain the offset in the plain bytes of the first that comes out
 * @param window the plain bytes before, as many as what follows may refer to; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Checkpoint(long stored, int bits, long plain, byte[] window) {
    /** The offset in the stored bytes from where on they are read. */
    long start() {
        return bits == 0 ? stored : stored - 1;
    }
}
