package dev.stratoscope.app.cli;

import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.LogLine;
import dev.stratoscope.model.runtime.LogReader;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Copies a container's log to the streams of the command line. */
final class LogCopy {
    private static final int AT_ONCE = 1_000;
    private static final long PATIENCE_MILLIS = 500;

    private final Request request;
    private final Instant since;
    private final boolean times;
    private boolean whole = true;

    private LogCopy(Request request) {
        this.request = request;
        String from = request.option(ContainerGrammar.SINCE);
        this.since = from == null ? Instant.MIN : since(from, request.clock().instant());
        this.times = request.has(ContainerGrammar.TIMESTAMPS);
    }

    static void options(CommandSpec spec) {
        ContainerGrammar.add(
                spec, ContainerGrammar.FOLLOW, "-f", "go on with what it writes until it ends");
        ContainerGrammar.add(
                spec, ContainerGrammar.TIMESTAMPS, "-t", "show when each line was written");
        ContainerGrammar.one(
                spec, ContainerGrammar.TAIL, "-n", "LINES", "only the last ones; all is all");
        ContainerGrammar.one(
                spec,
                ContainerGrammar.SINCE,
                null,
                "TIME",
                "only later ones: 10m, 2h30m, seconds since 1970, or 2026-01-31T12:00:00Z");
    }

    static void run(Container container, Request request) throws IOException {
        LogCopy copy = new LogCopy(request);
        long tail = tail(request.option(ContainerGrammar.TAIL, "all"));
        try (LogReader log = container.log()) {
            copy.present(log, tail);
            request.out().flush();
            if (!request.has(ContainerGrammar.FOLLOW) && tail != 0) {
                copy.rest(log);
            }
            while (request.has(ContainerGrammar.FOLLOW)) {
                boolean live = container.state().isLive();
                for (List<LogLine> lines = log.next(AT_ONCE);
                        !lines.isEmpty();
                        lines = log.next(AT_ONCE)) {
                    copy.write(lines);
                }
                request.out().flush();
                if (!live) {
                    copy.rest(log);
                    break;
                }
                log.await(PATIENCE_MILLIS);
                request.progress().advance(0);
            }
        }
    }

    private void present(LogReader log, long tail) throws IOException {
        Deque<LogLine> last = new ArrayDeque<>();
        for (List<LogLine> lines = log.next(AT_ONCE); !lines.isEmpty(); lines = log.next(AT_ONCE)) {
            request.progress().advance(0);
            if (tail < 0) {
                write(lines);
                continue;
            }
            for (LogLine line : lines) {
                last.addLast(line);
                if (last.size() > tail) {
                    last.removeFirst();
                }
            }
        }
        write(List.copyOf(last));
    }

    private void rest(LogReader log) throws IOException {
        LogLine rest = log.rest();
        if (rest != null) {
            write(List.of(rest));
            request.out().flush();
        }
    }

    private void write(List<LogLine> lines) throws IOException {
        for (LogLine line : lines) {
            Instant time = line.time();
            if (time != null && time.isBefore(since)) {
                continue;
            }
            OutputStream to = line.error() ? request.err() : request.out();
            String at = times && whole && time != null ? time + " " : "";
            to.write(at.getBytes(StandardCharsets.UTF_8));
            to.write(line.bytes().toByteArray());
            if (line.whole()) {
                to.write('\n');
            }
            whole = line.whole();
        }
    }

    private static long tail(String text) throws IOException {
        if (text.equals("all")) {
            return -1;
        }
        try {
            return Math.max(-1, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Failure.Refusal("--tail " + text, "is neither a number nor all");
        }
    }

    private static Instant since(String text, Instant now) {
        try {
            return now.minus(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
        } catch (DateTimeParseException e) {
            // Then it is a time and no span.
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--since " + text + ": is no time such as 10m or 2026-01-31T12:00:00Z", e);
        }
    }
}
