package dev.stratoscope.model.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;

/** Inflates with the system's zlib. */
final class ZlibInflater implements BlockInflater {
    private static final long NEXT_IN = offset("next_in");
    private static final long AVAILABLE_IN = offset("avail_in");
    private static final long NEXT_OUT = offset("next_out");
    private static final long AVAILABLE_OUT = offset("avail_out");
    private static final long MESSAGE = offset("msg");
    private static final long DATA_TYPE = offset("data_type");

    /** What zlib says in {@code data_type} beside the unused bits. */
    private static final int LAST_BLOCK = 64;

    private static final int BLOCK_END = 128;

    private static final int IN = 1 << 16;
    private static final int OUT = 1 << 17;
    private static final int LONGEST_MESSAGE = 256;

    private final Zlib zlib;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment in;
    private final MemorySegment out;
    private final MemorySegment stream;
    private byte[] fed = new byte[0];
    private int fedFrom;
    private int fedLeft;
    private boolean finished;
    private boolean closed;

    ZlibInflater(Zlib zlib) {
        this.zlib = zlib;
        this.in = arena.allocate(IN);
        this.out = arena.allocate(OUT);
        this.stream = arena.allocate(Zlib.STREAM);
        int result = zlib.init(stream);
        if (result != Zlib.OK) {
            arena.close();
            throw new IllegalStateException("zlib cannot begin: " + result);
        }
    }

    @Override
    public void feed(byte[] bytes, int from, int length) {
        fed = bytes;
        fedFrom = from;
        fedLeft = length;
        stream.set(JAVA_INT, AVAILABLE_IN, 0);
    }

    @Override
    public int left() {
        return fedLeft + stream.get(JAVA_INT, AVAILABLE_IN);
    }

    @Override
    public int inflate(byte[] to, int from, int length) throws DataFormatException {
        return run(to, from, length, Zlib.NO_FLUSH);
    }

    @Override
    public int inflateToBlockEnd(byte[] to, int from, int length) throws DataFormatException {
        return run(to, from, length, Zlib.BLOCK);
    }

    private int run(byte[] to, int from, int length, int flush) throws DataFormatException {
        if (finished) {
            return 0;
        }
        if (stream.get(JAVA_INT, AVAILABLE_IN) == 0 && fedLeft > 0) {
            int some = Math.min(fedLeft, IN);
            MemorySegment.copy(fed, fedFrom, in, JAVA_BYTE, 0, some);
            fedFrom += some;
            fedLeft -= some;
            stream.set(ADDRESS, NEXT_IN, in);
            stream.set(JAVA_INT, AVAILABLE_IN, some);
        }
        int room = Math.min(length, OUT);
        stream.set(ADDRESS, NEXT_OUT, out);
        stream.set(JAVA_INT, AVAILABLE_OUT, room);
        int result = zlib.inflate(stream, flush);
        finished = result == Zlib.STREAM_END;
        if (!finished && result != Zlib.OK && result != Zlib.BUFFER_ERROR) {
            throw new DataFormatException(message(result));
        }
        int got = room - stream.get(JAVA_INT, AVAILABLE_OUT);
        MemorySegment.copy(out, JAVA_BYTE, 0, to, from, got);
        return got;
    }

    private String message(int result) {
        MemorySegment text = stream.get(ADDRESS, MESSAGE);
        return text.equals(MemorySegment.NULL)
                ? "zlib's error " + result
                : text.reinterpret(LONGEST_MESSAGE).getString(0);
    }

    @Override
    public boolean finished() {
        return finished;
    }

    @Override
    public boolean atBlockEnd() {
        return (stream.get(JAVA_INT, DATA_TYPE) & (BLOCK_END | LAST_BLOCK)) == BLOCK_END;
    }

    @Override
    public int bits() {
        return stream.get(JAVA_INT, DATA_TYPE) & 7;
    }

    @Override
    public byte[] window() {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment window = own.allocate(WINDOW);
            MemorySegment length = own.allocate(JAVA_INT);
            check(zlib.getDictionary(stream, window, length));
            return window.asSlice(0, length.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        }
    }

    @Override
    public void restart() {
        check(zlib.reset(stream));
        feed(fed, 0, 0);
        finished = false;
    }

    @Override
    public void enter(int bits, int value, byte[] window) {
        restart();
        if (bits > 0) {
            check(zlib.prime(stream, bits, value));
        }
        if (window.length > 0) {
            try (Arena own = Arena.ofConfined()) {
                MemorySegment bytes = own.allocateFrom(JAVA_BYTE, window);
                check(zlib.setDictionary(stream, bytes, window.length));
            }
        }
    }

    @Override
    public BlockInflater blocks() {
        return this;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            zlib.end(stream);
            arena.close();
        }
    }

    private static void check(int result) {
        if (result != Zlib.OK) {
            throw new IllegalStateException("zlib's error " + result);
        }
    }

    private static long offset(String field) {
        return Zlib.STREAM.byteOffset(PathElement.groupElement(field));
    }
}
