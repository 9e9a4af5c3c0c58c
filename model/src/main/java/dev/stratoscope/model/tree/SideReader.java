package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.NumberColumn.LONG;

import dev.stratoscope.model.image.ImageFormatException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads what {@link SideWriter} wrote, or something that only looks like it. */
final class SideReader {
    static final String ITEM = "the index of a layer";

    private final MemorySegment bytes;
    private long at;

    SideReader(MemorySegment bytes) {
        this.bytes = bytes;
    }

    long number() throws ImageFormatException {
        if (bytes.byteSize() - at < Long.BYTES) {
            throw damage("a table cut short");
        }
        long number = bytes.get(LONG, at);
        at += Long.BYTES;
        return number;
    }

    /** A number of things that have at least {@code least} bytes each, and so are not too many. */
    int count(int least) throws ImageFormatException {
        return counted(number(), least);
    }

    int counted(long count, int least) throws ImageFormatException {
        if (count < 0 || count > (bytes.byteSize() - at) / least || count > Integer.MAX_VALUE - 8) {
            throw damage("a table of " + count + " rows");
        }
        return (int) count;
    }

    ByteString bytes() throws ImageFormatException {
        int length = count(1);
        byte[] text = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        at += length;
        return ByteString.of(text);
    }

    boolean isAtEnd() {
        return at == bytes.byteSize();
    }

    ImageFormatException damage(String what) {
        return new ImageFormatException(ITEM, "damaged: " + what);
    }
}
