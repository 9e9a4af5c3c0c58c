package dev.stratoscope.model.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * Memory for one call after another, since to ask the system for some each time takes longer than
 * most calls. What is allocated is not cleared and lasts until the next call. Not for several
 * threads.
 */
final class Scratch implements SegmentAllocator {
    private static final long SIZE = 1 << 14;

    private final MemorySegment memory = Arena.ofAuto().allocate(SIZE, 16);
    private final MemorySegment state;
    private final long start;
    private long used;

    /**
     * Scratch memory.
     *
     * @param state of what a call tells beside its result
     */
    Scratch(MemoryLayout state) {
        this.state = memory.asSlice(0, state.byteSize());
        this.start = state.byteSize();
    }

    /** Where a call tells what it tells beside its result. */
    MemorySegment state() {
        return state;
    }

    /** Forgets what was allocated. */
    void reset() {
        used = start;
    }

    @Override
    public MemorySegment allocate(long size, long alignment) {
        long from = (used + alignment - 1) / alignment * alignment;
        if (from + size > SIZE) {
            // As long a name or value as there may be; the collector takes it back.
            return Arena.ofAuto().allocate(size, alignment);
        }
        used = from + size;
        return memory.asSlice(from, size);
    }
}
