package dev.stratoscope.model.archive;

import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses zstd (RFC 8878), frame after frame, and takes down where frames begin. Not for
 * several threads.
 */
final class ZstdStream extends InputStream {
    private final Frames frames;
    private final InputStream plain;
    private long count;

    /**
     * A stream at the beginning of a frame.
     *
     * @param recorder takes down where the bytes can be entered; null for nothing to be taken down
     */
    ZstdStream(InputStream in, @Nullable CheckpointRecorder recorder) throws IOException {
        this.frames = new Frames(in, recorder);
        this.plain = new ZstdCompressorInputStream(frames);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int got = plain.read(to, from, length);
        count += Math.max(0, got);
        return got;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    /**
     * The stored bytes, at most those of one frame a time: when the next is begun, all that the
     * ones before hold has been read.
     */
    private final class Frames extends FilterInputStream {
        private final @Nullable CheckpointRecorder recorder;
        private final ZstdFrameWalk walk = new ZstdFrameWalk();

        Frames(InputStream in, @Nullable CheckpointRecorder recorder) {
            super(in);
            this.recorder = recorder;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (recorder != null && walk.isBetweenFrames()) {
                long stored = walk.taken();
                if (recorder.wants(stored, count)) {
                    recorder.add(stored, 0, count, new byte[0]);
                }
            }
            int got = in.read(to, from, (int) Math.min(length, walk.most()));
            if (got > 0) {
                walk.take(to, from, got);
            }
            return got;
        }

        @Override
        public int available() {
            // Else the decompressor would begin the next frame before it gave all of this one.
            return 0;
        }
    }
}
