package dev.stratoscope.model.archive;

/**
 * Follows zstd's frames and blocks by their headers (RFC 8878, 3.1), without decompressing. What is
 * no zstd ends the walk; the decompressor refuses it. Not for several threads.
 */
final class ZstdFrameWalk {
    private static final int FRAME = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int MAGIC_LENGTH = 4;
    private static final int RUN_LENGTH_BLOCK = 1;

    private enum Part {
        MAGIC,
        SKIPPABLE_SIZE,
        DESCRIPTOR,
        HEADER,
        BLOCK_HEADER,
        BLOCK,
        CHECKSUM,
        SKIPPED,
        LOST
    }

    private Part part = Part.MAGIC;
    private long left = MAGIC_LENGTH;
    private long value;
    private int shift;
    private boolean checksum;
    private boolean lastBlock;
    private long taken;

    /** Whether the next byte is the first of a frame. */
    boolean isBetweenFrames() {
        return part == Part.MAGIC && left == MAGIC_LENGTH;
    }

    /** How many bytes were taken. */
    long taken() {
        return taken;
    }

    /** How many bytes may be taken before the walk has to look again; at least 1. */
    long most() {
        return left;
    }

    /** Takes bytes, at most {@link #most}. */
    void take(byte[] bytes, int from, int length) {
        taken += length;
        if (part == Part.LOST) {
            return;
        }
        left -= length;
        for (int i = 0; i < length && shift < Long.SIZE; i++, shift += Byte.SIZE) {
            value |= (bytes[from + i] & 0xffL) << shift;
        }
        if (left == 0) {
            long read = value;
            value = 0;
            shift = 0;
            next(read);
        }
    }

    private void next(long read) {
        switch (part) {
            case MAGIC -> {
                if ((int) read == FRAME) {
                    go(Part.DESCRIPTOR, 1);
                } else if (((int) read & 0xfffffff0) == SKIPPABLE) {
                    go(Part.SKIPPABLE_SIZE, 4);
                } else {
                    go(Part.LOST, Long.MAX_VALUE);
                }
            }
            case SKIPPABLE_SIZE -> go(Part.SKIPPED, read);
            case DESCRIPTOR -> {
                checksum = (read & 4) != 0;
                go(Part.HEADER, headerLength((int) read));
            }
            case HEADER -> go(Part.BLOCK_HEADER, 3);
            case BLOCK_HEADER -> {
                lastBlock = (read & 1) != 0;
                int type = (int) (read >> 1) & 3;
                go(Part.BLOCK, type == RUN_LENGTH_BLOCK ? 1 : read >> 3);
            }
            case BLOCK -> {
                if (lastBlock) {
                    go(Part.CHECKSUM, checksum ? 4 : 0);
                } else {
                    go(Part.BLOCK_HEADER, 3);
                }
            }
            case CHECKSUM, SKIPPED, LOST -> go(Part.MAGIC, MAGIC_LENGTH);
        }
    }

    private void go(Part to, long length) {
        part = to;
        left = length;
        if (length == 0) {
            next(0);
        }
    }

    /** What follows a frame's descriptor before the first block. */
    private static int headerLength(int descriptor) {
        boolean single = (descriptor & 0x20) != 0;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        int size = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        return (single ? 0 : 1) + dictionary + size;
    }
}
