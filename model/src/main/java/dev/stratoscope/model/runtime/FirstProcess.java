package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

/**
 * The first process of a run, as it was at its start. Its number may be another process's by now;
 * the moment of its start, in ticks since the machine's, tells them apart.
 */
record FirstProcess(long pid, long start, String boot, Instant startedAt) {

    /** What is known of it; null when it was not started. */
    static @Nullable FirstProcess read(RunFolder folder) throws IOException {
        String born = ProcessFiles.text(folder.born());
        if (born == null) {
            return null;
        }
        String[] lines = born.split("\n", -1);
        ProcessFiles.Stat stat = ProcessFiles.Stat.parse(lines[0]);
        int space = lines[0].indexOf(' ');
        if (stat == null || space < 1 || lines.length < 2) {
            return null;
        }
        return new FirstProcess(
                Long.parseLong(lines[0].substring(0, space)),
                stat.start(),
                lines[1].strip(),
                Files.getLastModifiedTime(folder.born()).toInstant());
    }

    boolean isAlive() {
        ProcessFiles.Stat now = ProcessFiles.stat(pid);
        return now != null
                && now.start() == start
                && !now.isDead()
                && boot.equals(ProcessFiles.boot());
    }

    /** Sends it a signal; nothing happens when it has ended. */
    void signal(int number) throws IOException {
        int descriptor = Kernel.openProcess(pid);
        if (descriptor < 0) {
            return;
        }
        try {
            // Whoever has the number now keeps it for as long as the descriptor is open.
            if (isAlive()) {
                Kernel.signal(descriptor, number);
            }
        } finally {
            Kernel.close(descriptor);
        }
    }
}
