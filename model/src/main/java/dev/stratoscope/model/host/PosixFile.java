package dev.stratoscope.model.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A regular file behind a descriptor. */
final class PosixFile extends PosixOpened implements NewFile {
    PosixFile(int descriptor, String path) {
        super(descriptor, path);
    }

    @Override
    public void write(long at, byte[] bytes, int from, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment outside = arena.allocate(length);
            MemorySegment.copy(bytes, from, outside, JAVA_BYTE, 0, length);
            for (int done = 0; done < length; ) {
                int written =
                        PosixCalls.pwrite(
                                number(), outside.asSlice(done), length - done, at + done);
                if (written != -Abi.EINTR) {
                    done += check(written, path());
                }
            }
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        check(PosixCalls.ftruncate(number(), size), path());
    }
}
