package dev.stratoscope.model.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A regular file behind a descriptor. */
final class PosixFile extends PosixOpened implements NewFile {
    private static final int LEAST = 1 << 12;
    private static final ThreadLocal<MemorySegment> OUTSIDE =
            ThreadLocal.withInitial(() -> MemorySegment.NULL);

    PosixFile(int descriptor, String path) {
        super(descriptor, path);
    }

    @Override
    public void write(long at, byte[] bytes, int from, int length) throws IOException {
        MemorySegment outside = outside(length);
        MemorySegment.copy(bytes, from, outside, JAVA_BYTE, 0, length);
        for (int done = 0; done < length; ) {
            int written =
                    PosixCalls.pwrite(number(), outside.asSlice(done), length - done, at + done);
            if (written != -Abi.EINTR) {
                done += check(written, path());
            }
        }
    }

    /** Kept by the thread, since to clear new memory takes as long as to write it. */
    private static MemorySegment outside(int length) {
        MemorySegment kept = OUTSIDE.get();
        if (kept.byteSize() < length) {
            kept = Arena.ofAuto().allocate(Math.max(length, LEAST));
            OUTSIDE.set(kept);
        }
        return kept;
    }

    @Override
    public void truncate(long size) throws IOException {
        check(PosixCalls.ftruncate(number(), size), path());
    }
}
