package dev.stratoscope.model.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class ReadAheadTest {
    private static final int CHUNK = 1 << 18;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 11 * CHUNK + 5})
    void givesWhatIsRead(int length) throws IOException {
        byte[] bytes = bytes(length);
        try (ReadAhead ahead = new ReadAhead(new ByteArrayInputStream(bytes))) {
            assertArrayEquals(bytes, ahead.readAllBytes());
            assertEquals(-1, ahead.read());
        }
    }

    @Test
    void whatWentWrongComesAfterWhatWasRead() throws IOException {
        IOException problem = new IOException("a bad sector");
        byte[] bytes = bytes(3 * CHUNK);
        try (Source source = new Source(bytes, problem);
                ReadAhead ahead = new ReadAhead(source)) {
            assertArrayEquals(bytes, ahead.readNBytes(bytes.length));
            assertSame(problem, assertThrows(IOException.class, ahead::read));
            assertSame(problem, assertThrows(IOException.class, ahead::read));
        }
    }

    @Test
    void noThreadReadsOnceItIsClosed() throws Exception {
        Source source = new Source(bytes(100 * CHUNK), new IOException("the end"));
        ReadAhead ahead = new ReadAhead(source);
        source.begun.await();
        assertTrue(ahead.read() >= 0);
        ahead.close();
        assertTrue(source.closed);
        assertFalse(source.readWhenClosed);
        assertFalse(source.reader.isAlive());
    }

    @Test
    void whoIsInterruptedStopsWaiting() throws Exception {
        Source source = new Source(bytes(0), new IOException("never met"));
        source.waits = true;
        ReadAhead ahead = new ReadAhead(source);
        source.begun.await();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, ahead::read);
        ahead.close();
        assertFalse(source.reader.isAlive());
    }

    @Test
    void closingKeepsAnInterruption() throws IOException {
        ReadAhead ahead = new ReadAhead(new Source(bytes(9 * CHUNK), new IOException("the end")));
        Thread.currentThread().interrupt();
        ahead.close();
        assertTrue(Thread.interrupted());
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Some bytes and then a failure, or nothing until the reader is interrupted. */
    private static final class Source extends InputStream {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final ByteArrayInputStream bytes;
        private final IOException problem;
        private volatile boolean waits;
        private volatile boolean closed;
        private volatile boolean readWhenClosed;
        private volatile Thread reader = Thread.currentThread();

        Source(byte[] bytes, IOException problem) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.problem = problem;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            reader = Thread.currentThread();
            begun.countDown();
            readWhenClosed |= closed;
            if (waits) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw (IOException) new InterruptedIOException("interrupted").initCause(e);
                }
            }
            int got = bytes.read(to, from, length);
            if (got < 0) {
                throw problem;
            }
            return got;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
