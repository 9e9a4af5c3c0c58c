package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that a supervisor writes: conmon's lines begin with the time, the stream and whether
 * they are whole (the log format of the Container Runtime Interface); the shell's are as they were
 * written.
 */
final class LogFile implements LogReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_PREFIX = 64;
    private static final String OUT = "stdout";
    private static final String ERROR = "stderr";

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final byte[] line = new byte[LogLine.LONGEST + LONGEST_PREFIX];

    private @Nullable FileChannel channel;
    private long position;
    private int length;

    LogFile(Path file) {
        this.file = file;
    }

    @Override
    public List<LogLine> next(int most) throws IOException {
        List<LogLine> records = new ArrayList<>();
        while (records.size() < most) {
            if (!buffer.hasRemaining() && !fill()) {
                break;
            }
            byte b = buffer.get();
            if (b == '\n') {
                records.add(record(true));
                length = 0;
            } else {
                line[length++] = b;
                if (length == line.length) {
                    records.add(record(false));
                    length = 0;
                }
            }
        }
        return records;
    }

    private boolean fill() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            if (!Files.exists(file)) {
                return false;
            }
            open = FileChannel.open(file, StandardOpenOption.READ);
            channel = open;
        }
        int n = open.read(buffer.clear(), position);
        buffer.flip();
        position += Math.max(n, 0);
        return n > 0;
    }

    private LogLine record(boolean whole) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        int stream = text.indexOf(' ');
        if (stream > 0 && text.length() > stream + 9) {
            String name = text.substring(stream + 1, stream + 7);
            Instant time = time(text.substring(0, stream));
            char mark = text.charAt(stream + 8);
            if (time != null
                    && (name.equals(OUT) || name.equals(ERROR))
                    && (mark == 'F' || mark == 'P')
                    && text.charAt(stream + 9) == ' ') {
                String rest = text.substring(stream + 10);
                return new LogLine(time, name.equals(ERROR), rest, whole && mark == 'F');
            }
        }
        return new LogLine(null, false, text, whole);
    }

    private static @Nullable Instant time(String text) {
        if (text.length() < 20 || text.charAt(10) != 'T') {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public boolean await(long millis) throws IOException {
        return Waiting.until(
                () -> buffer.hasRemaining() || (Files.exists(file) && Files.size(file) > position),
                Duration.ofMillis(millis));
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.close();
        }
    }
}
