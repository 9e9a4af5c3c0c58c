package dev.stratoscope.model.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records being written, which have no names yet but those of the processes that write. */
final class Unnamed {
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("([0-9]{1,18})-[0-9]+");

    private final Path folder;
    private final Clock clock;

    Unnamed(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A new empty file. */
    Path create() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, ProcessHandle.current().pid() + "-", "");
    }

    /** Removes a file that got no name; null is none. */
    void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The next sweep finds it.
            return;
        }
    }

    /**
     * Removes the files of processes that ended, and those that a day has not finished.
     *
     * @return the bytes freed
     */
    long sweep() throws IOException {
        long freed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                long size = size(file);
                if (isAbandoned(file)) {
                    discard(file);
                    freed += Files.exists(file) ? 0 : size;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return freed;
        }
        return freed;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean isAbandoned(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
            return true;
        }
        try {
            Instant now = clock.instant();
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(now.minus(ABANDONED)) || written.isAfter(now.plus(ABANDONED));
        } catch (IOException e) {
            return false;
        }
    }
}
