package dev.stratoscope.app.container;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.LogLine;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.task.Progress;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a log to a file, without the escapes of terminals. */
final class LogFile {
    private static final int BATCH = 5_000;

    private LogFile() {}

    /**
     * Writes all there is now; not on the JavaFX thread.
     *
     * @param timed whether each line begins with its time
     * @return how many lines
     */
    static long write(Container container, boolean timed, Path file, Progress progress)
            throws IOException {
        long written = 0;
        try (LogReader log = container.log();
                BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<LogLine> lines = log.next(BATCH);
            while (!lines.isEmpty()) {
                for (LogLine line : lines) {
                    if (timed && line.time() != null) {
                        out.write(line.time() + " ");
                    }
                    out.write(EscapedLine.plain(line.text()));
                    out.write('\n');
                }
                written += lines.size();
                progress.advance(lines.size());
                lines = log.next(BATCH);
            }
        }
        return written;
    }
}
