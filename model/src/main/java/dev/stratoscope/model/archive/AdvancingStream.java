package dev.stratoscope.model.archive;

import dev.stratoscope.model.task.Progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells progress of every read, which is also where cancelled work stops. */
final class AdvancingStream extends FilterInputStream {
    private final Progress progress;

    AdvancingStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        progress.advance(1);
        return in.read();
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        int got = in.read(to, at, length);
        progress.advance(Math.max(0, got));
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
