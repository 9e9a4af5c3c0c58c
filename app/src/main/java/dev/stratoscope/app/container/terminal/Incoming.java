package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A source as the library reads it; it is not written to this way. */
final class Incoming implements TtyConnector {
    private final Reader reader;

    Incoming(Source source) {
        reader = new InputStreamReader(new Bytes(source), StandardCharsets.UTF_8);
    }

    /** Gives what is there and never waits for more than one byte. */
    private static final class Bytes extends InputStream {
        private final Source source;
        private final byte[] one = new byte[1];

        Bytes(Source source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return source.read(one) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            byte[] read = new byte[length];
            int count = source.read(read);
            if (count > 0) {
                System.arraycopy(read, 0, into, from, count);
            }
            return count;
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        return reader.read(into, from, length);
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void write(String text) {}

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public int waitFor() {
        return 0;
    }

    @Override
    public boolean ready() throws IOException {
        return reader.ready();
    }

    @Override
    public String getName() {
        return "container";
    }

    @Override
    public void close() {}
}
