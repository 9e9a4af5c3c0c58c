package dev.stratoscope.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output: buffered, UTF-8, and open about failing, which a PrintStream is not. Not for
 * several threads.
 */
final class Output extends BufferedOutputStream {
    private static final int BUFFER = 1 << 16;

    Output(OutputStream to) {
        super(new Honest(to), BUFFER);
    }

    /** Writes text as it is; the caller escaped what had to be. */
    void print(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writing to standard output failed. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean closed;

        Refused(boolean closed, String message) {
            super(message);
            this.closed = closed;
        }

        /** Whether it is just that nobody reads any more. */
        boolean isClosed() {
            return closed;
        }
    }

    /** Turns every way of failing into {@link Refused}. */
    private static final class Honest extends OutputStream {
        private final OutputStream to;

        Honest(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                to.write(bytes, from, length);
            } catch (IOException e) {
                throw refused(e);
            }
            check();
        }

        @Override
        public void flush() throws IOException {
            try {
                to.flush();
            } catch (IOException e) {
                throw refused(e);
            }
            check();
        }

        private void check() throws Refused {
            if (to instanceof PrintStream stream && stream.checkError()) {
                throw new Refused(true, "closed");
            }
        }

        private static Refused refused(IOException e) {
            String reason = String.valueOf(e.getMessage());
            boolean closed =
                    reason.contains("Broken pipe") || reason.contains("pipe is being closed");
            return new Refused(closed, reason);
        }
    }
}
