package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Adds up what the processes of a container use, from its cgroups, else from its processes. */
final class Usages {
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long PAGE = 4_096;
    private static final long KIB = 1_024;

    /** What is above this is no limit: the kernel says it with the largest number of pages. */
    private static final long NO_LIMIT = 1L << 60;

    private final long pid;
    private final Cgroups cgroups;

    Usages(long pid, String id) {
        this.pid = pid;
        this.cgroups = Cgroups.of(pid, id);
    }

    Stats now(Clock clock) {
        long cpu = cpu();
        long memory = memory();
        long pids = pids();
        if (cpu < 0 || memory < 0 || pids < 0) {
            Stats counted = counted(clock);
            cpu = cpu < 0 ? counted.cpuNanos() : cpu;
            memory = memory < 0 ? counted.memory() : memory;
            pids = pids < 0 ? counted.pids() : pids;
        }
        return new Stats(clock.instant(), cpu, memory, limit(), pids);
    }

    private long cpu() {
        if (cgroups.isSecond("cpuacct")) {
            long micros = field(cgroups.folder("cpuacct"), "cpu.stat", "usage_usec");
            return micros < 0 ? -1 : micros * NANOS_PER_MICRO;
        }
        return number(cgroups.folder("cpuacct"), "cpuacct.usage");
    }

    private long memory() {
        Path folder = cgroups.folder("memory");
        boolean second = cgroups.isSecond("memory");
        long used = number(folder, second ? "memory.current" : "memory.usage_in_bytes");
        String idle = second ? "inactive_file" : "total_inactive_file";
        return used < 0 ? -1 : Math.max(0, used - Math.max(0, field(folder, "memory.stat", idle)));
    }

    private long limit() {
        boolean second = cgroups.isSecond("memory");
        long limit =
                number(cgroups.folder("memory"), second ? "memory.max" : "memory.limit_in_bytes");
        if (limit > 0 && limit < NO_LIMIT) {
            return limit;
        }
        long machine = field(Path.of("/proc"), "meminfo", "MemTotal:");
        return machine < 0 ? -1 : machine * KIB;
    }

    private long pids() {
        return number(cgroups.folder("pids"), "pids.current");
    }

    private Stats counted(Clock clock) {
        long ticks = 0;
        long pages = 0;
        long threads = 0;
        List<Long> all = ProcessFiles.companions(pid);
        for (long process : all) {
            ProcessFiles.Stat stat = ProcessFiles.stat(process);
            if (stat != null) {
                ticks += stat.cpuTicks();
                pages += stat.residentPages();
                threads += stat.threads();
            }
        }
        return all.isEmpty()
                ? new Stats(clock.instant(), -1, -1, -1, -1)
                : new Stats(clock.instant(), ticks * NANOS_PER_TICK, pages * PAGE, -1, threads);
    }

    private static long number(@Nullable Path folder, String file) {
        String text = folder == null ? null : ProcessFiles.text(folder.resolve(file));
        return text == null ? -1 : parsed(text);
    }

    /** The number behind a name in a file of names and numbers; -1 when it is not there. */
    private static long field(@Nullable Path folder, String file, String name) {
        String text = folder == null ? null : ProcessFiles.text(folder.resolve(file));
        for (String line : text == null ? new String[0] : text.split("\n", -1)) {
            if (line.startsWith(name + " ")) {
                return parsed(line.substring(name.length()).replace(" kB", ""));
            }
        }
        return -1;
    }

    private static long parsed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
