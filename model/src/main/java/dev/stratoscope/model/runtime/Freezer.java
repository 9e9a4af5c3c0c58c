package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Holds the processes of a container: by the freezer of its cgroup, in either version, or where it
 * has none by stopping each of them.
 */
final class Freezer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STOP = 19;
    private static final int CONTINUE = 18;

    private final long pid;
    private final @Nullable Path cgroup;
    private final boolean second;

    Freezer(long pid, String id) {
        Cgroups cgroups = Cgroups.of(pid, id);
        this.pid = pid;
        this.cgroup = cgroups.folder("freezer");
        this.second = cgroups.isSecond("freezer");
    }

    boolean isFrozen() {
        if (cgroup == null) {
            ProcessFiles.Stat stat = ProcessFiles.stat(pid);
            return stat != null && stat.state() == 'T';
        }
        String text = ProcessFiles.text(cgroup.resolve(second ? "cgroup.events" : "freezer.state"));
        return text != null && (second ? text.contains("frozen 1") : text.startsWith("FROZEN"));
    }

    /** Holds them, and returns when all of them are held. */
    void freeze() throws IOException {
        set(true);
        if (!Waiting.until(this::isFrozen, PATIENCE)) {
            set(false);
            throw new IOException("process " + pid + ": does not pause");
        }
    }

    void thaw() throws IOException {
        set(false);
        Waiting.until(() -> !isFrozen(), PATIENCE);
    }

    private void set(boolean held) throws IOException {
        if (cgroup == null) {
            for (long process : ProcessFiles.companions(pid)) {
                signal(process, held ? STOP : CONTINUE);
            }
        } else if (second) {
            write(cgroup.resolve("cgroup.freeze"), held ? "1" : "0");
        } else {
            write(cgroup.resolve("freezer.state"), held ? "FROZEN" : "THAWED");
        }
    }

    private static void signal(long process, int number) throws IOException {
        int descriptor = Kernel.openProcess(process);
        if (descriptor >= 0) {
            try {
                Kernel.signal(descriptor, number);
            } finally {
                Kernel.close(descriptor);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }
}
