package dev.stratoscope.model.runtime;

import dev.stratoscope.model.tree.ByteString;

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
    private static final int LONGEST_TIME = 50;
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
        int stream = 0;
        while (stream < Math.min(length, LONGEST_TIME) && line[stream] != ' ') {
            stream++;
        }
        if (length > stream + 9) {
            String prefix = new String(line, 0, stream + 10, StandardCharsets.ISO_8859_1);
            String name = prefix.substring(stream + 1, stream + 7);
            Instant time = time(prefix.substring(0, stream));
            char mark = prefix.charAt(stream + 8);
            if (time != null
                    && (name.equals(OUT) || name.equals(ERROR))
                    && (mark == 'F' || mark == 'P')
                    && prefix.charAt(stream + 9) == ' ') {
                ByteString rest = ByteString.of(line, stream + 10, length);
                return new LogLine(time, name.equals(ERROR), rest, whole && mark == 'F');
            }
        }
        return new LogLine(null, false, ByteString.of(line, 0, length), whole);
    }

    @Override
    public @Nullable LogLine rest() {
        if (length == 0) {
            return null;
        }
        LogLine rest = record(false);
        length = 0;
        return rest;
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
