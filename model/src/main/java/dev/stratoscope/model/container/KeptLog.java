package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.Log;

import java.io.IOException;
import java.util.List;

/** A container's log as its runtime keeps it. */
record KeptLog(Log log) implements LogReader {
    @Override
    public List<LogLine> next(int most) throws IOException {
        return log.next(most).stream()
                .map(one -> new LogLine(one.time(), one.error(), one.text(), one.whole()))
                .toList();
    }

    @Override
    public boolean await(long millis) throws IOException {
        return log.await(millis);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
