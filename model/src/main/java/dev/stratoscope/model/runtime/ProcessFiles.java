package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code /proc} tells of processes (proc(5)). */
final class ProcessFiles {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int THREADS = 17;
    private static final int START = 19;
    private static final int RESIDENT = 21;

    private ProcessFiles() {}

    /**
     * The fields of {@code /proc/PID/stat} from the third on, which is the state.
     *
     * @param cpuTicks the time it used, in hundredths of a second
     * @param residentPages of memory
     */
    record Stat(char state, long start, long cpuTicks, long threads, long residentPages) {
        /** Reads the file's text; null when it is not like that. */
        static @Nullable Stat parse(String text) {
            // The name in parentheses may hold spaces and parentheses itself.
            String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
            try {
                return new Stat(
                        fields[STATE].charAt(0),
                        Long.parseLong(fields[START]),
                        Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]),
                        Long.parseLong(fields[THREADS]),
                        Long.parseLong(fields[RESIDENT]));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                return null;
            }
        }

        /** Whether it only waits to be asked how it ended. */
        boolean isDead() {
            return state == 'Z' || state == 'X';
        }
    }

    static Path folder(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    /** What is known of a process; null when there is none of that number. */
    static @Nullable Stat stat(long pid) {
        String text = text(folder(pid).resolve("stat"));
        return text == null ? null : Stat.parse(text);
    }

    /** Whether a process was called with a word in it. */
    static boolean mentions(long pid, String word) {
        String line = text(folder(pid).resolve("cmdline"));
        return line != null && line.contains(word);
    }

    /** The file's text; null when it cannot be read, as when its process has ended. */
    static @Nullable String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }

    /** What tells one start of the machine from the next. */
    static String boot() {
        String id = text(PROC.resolve("sys/kernel/random/boot_id"));
        return id == null ? "" : id.strip();
    }

    /** The processes that are in the namespace of processes of the given one. */
    static List<Long> companions(long pid) {
        List<Long> found = new ArrayList<>();
        try {
            Path own = Files.readSymbolicLink(folder(pid).resolve("ns/pid"));
            try (var all = Files.newDirectoryStream(PROC, "[0-9]*")) {
                for (Path process : all) {
                    if (own.equals(namespace(process))) {
                        found.add(Long.parseLong(process.getFileName().toString()));
                    }
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private static @Nullable Path namespace(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/pid"));
        } catch (IOException e) {
            return null;
        }
    }
}
