package dev.stratoscope.model.build;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells of what a command writes, line by line; what was secret is blotted out. */
final class StepLog {
    private static final int LONGEST = 1 << 16;
    private static final String BLOT = "***";

    private final Events events;
    private final BuildStep step;
    private final List<String> secrets;

    /**
     * A log.
     *
     * @param secrets texts that are not shown
     */
    StepLog(Events events, BuildStep step, List<String> secrets) {
        this.events = events;
        this.step = step;
        this.secrets = secrets;
    }

    /** What takes standard output. */
    Stream out() {
        return new Stream(false);
    }

    /** What takes standard error. */
    Stream error() {
        return new Stream(true);
    }

    /** Divides bytes into lines. Safe for use by many threads. */
    final class Stream extends OutputStream {
        private final boolean error;
        private final byte[] line = new byte[LONGEST];
        private int length;

        private Stream(boolean error) {
            this.error = error;
        }

        @Override
        public synchronized void write(int b) {
            if (b == '\n' || length == LONGEST) {
                end();
            }
            if (b != '\n') {
                line[length++] = (byte) b;
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            for (int i = from; i < from + count; i++) {
                write(bytes[i]);
            }
        }

        private void end() {
            String text = new String(line, 0, length, StandardCharsets.UTF_8);
            length = 0;
            for (String secret : secrets) {
                text = text.replace(secret, BLOT);
            }
            String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            events.tell(now -> new BuildEvent.Logged(now, step, error, shown));
        }

        @Override
        public synchronized void close() {
            if (length > 0) {
                end();
            }
        }
    }
}
