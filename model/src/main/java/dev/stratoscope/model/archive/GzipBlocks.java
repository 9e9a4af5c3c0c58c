package dev.stratoscope.model.archive;

import dev.stratoscope.model.task.InOrder;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes gzip (RFC 1952), deflating blocks of one length side by side: each ends at a whole byte,
 * and refers to the end of the one before like any deflate data. The bytes depend on nothing but
 * what is written: not on the number of processors, and not on how the writes are cut. Not for
 * several threads.
 */
final class GzipBlocks extends OutputStream {
    /** Long enough to cost next to nothing in size, short enough to keep all processors busy. */
    static final int BLOCK = 1 << 17;

    /**
     * Within some hundredths of the size that other builders come to, who use level 6, for half of
     * its time.
     */
    private static final int LEVEL = 4;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] NONE = new byte[0];

    private final OutputStream out;
    private final @Nullable CheckpointRecorder recorder;
    private final InOrder<Deflated> blocks = new InOrder<>(this::take);
    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();
    private final CRC32 crc = new CRC32();
    private byte[] before = NONE;
    private byte[] block = new byte[BLOCK];
    private int filled;
    private long plain;
    private long taken;
    private long stored = HEADER.length;
    private boolean ended;

    /**
     * A stream with nothing in it.
     *
     * @param out left open
     * @param recorder takes down where the stream can be entered; null for nothing to be taken down
     */
    GzipBlocks(OutputStream out, @Nullable CheckpointRecorder recorder) throws IOException {
        this.out = out;
        this.recorder = recorder;
        out.write(HEADER);
    }

    /**
     * A block that is deflated.
     *
     * @param before the block before; empty of the first
     * @param length how many plain bytes it is of
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Deflated(byte[] bytes, byte[] before, int length) {}

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        for (int left = length; left > 0; ) {
            if (filled == BLOCK) {
                byte[] full = block;
                byte[] above = before;
                crc.update(full, 0, BLOCK);
                blocks.give(() -> deflated(full, BLOCK, above, false));
                before = full;
                block = new byte[BLOCK];
                filled = 0;
            }
            int some = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, at, block, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
        plain += length;
    }

    /** How many compressed bytes were handed on, but for those that end the stream. */
    long stored() {
        return stored;
    }

    /** Ends the stream; a stream that is closed without that is not whole. */
    void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        crc.update(block, 0, filled);
        Deflated last = deflated(block, filled, before, true);
        blocks.finish();
        take(last);
        byte[] trailer = new byte[2 * Integer.BYTES];
        for (int i = 0; i < Integer.BYTES; i++) {
            trailer[i] = (byte) (crc.getValue() >> (Byte.SIZE * i));
            trailer[Integer.BYTES + i] = (byte) (plain >> (Byte.SIZE * i));
        }
        out.write(trailer);
    }

    private Deflated deflated(byte[] bytes, int length, byte[] above, boolean last) {
        Deflater free = deflaters.poll();
        Deflater deflater = free == null ? new Deflater(LEVEL, true) : free;
        if (above.length > 0) {
            deflater.setDictionary(above, BLOCK - RawInflater.WINDOW, RawInflater.WINDOW);
        }
        deflater.setInput(bytes, 0, length);
        if (last) {
            deflater.finish();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(BLOCK / 2);
        byte[] some = new byte[BLOCK / 4];
        int flush = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
        int got;
        do {
            got = deflater.deflate(some, 0, some.length, flush);
            all.write(some, 0, got);
        } while (got == some.length || (last && !deflater.finished()));
        deflater.reset();
        deflaters.add(deflater);
        return new Deflated(all.toByteArray(), above, length);
    }

    private void take(Deflated next) throws IOException {
        if (recorder != null && taken > 0 && recorder.wants(stored, taken)) {
            byte[] window = new byte[RawInflater.WINDOW];
            System.arraycopy(next.before(), BLOCK - window.length, window, 0, window.length);
            recorder.add(stored, 0, taken, window);
        }
        out.write(next.bytes());
        stored += next.bytes().length;
        taken += next.length();
    }

    /** Lets go of what deflates; the stream below stays open. */
    @Override
    public void close() {
        blocks.close();
        deflaters.forEach(Deflater::close);
    }
}
