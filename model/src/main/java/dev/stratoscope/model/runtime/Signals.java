package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The signals of Linux, by name (signal(7), the numbers of x86 and ARM). */
public final class Signals {
    /** Ends a process that does not refuse. */
    public static final int TERM = 15;

    /** Ends a process. */
    public static final int KILL = 9;

    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("HUP", 1),
                    Map.entry("INT", 2),
                    Map.entry("QUIT", 3),
                    Map.entry("ILL", 4),
                    Map.entry("TRAP", 5),
                    Map.entry("ABRT", 6),
                    Map.entry("IOT", 6),
                    Map.entry("BUS", 7),
                    Map.entry("FPE", 8),
                    Map.entry("KILL", KILL),
                    Map.entry("USR1", 10),
                    Map.entry("SEGV", 11),
                    Map.entry("USR2", 12),
                    Map.entry("PIPE", 13),
                    Map.entry("ALRM", 14),
                    Map.entry("TERM", TERM),
                    Map.entry("STKFLT", 16),
                    Map.entry("CHLD", 17),
                    Map.entry("CONT", 18),
                    Map.entry("STOP", 19),
                    Map.entry("TSTP", 20),
                    Map.entry("TTIN", 21),
                    Map.entry("TTOU", 22),
                    Map.entry("URG", 23),
                    Map.entry("XCPU", 24),
                    Map.entry("XFSZ", 25),
                    Map.entry("VTALRM", 26),
                    Map.entry("PROF", 27),
                    Map.entry("WINCH", 28),
                    Map.entry("IO", 29),
                    Map.entry("POLL", 29),
                    Map.entry("PWR", 30),
                    Map.entry("SYS", 31));
    private static final int FIRST_REAL_TIME = 34;
    private static final int LAST_REAL_TIME = 64;

    private Signals() {}

    /**
     * The number of a signal.
     *
     * @param signal a name with or without {@code SIG}, {@code RTMIN+n}, {@code RTMAX-n}, or a
     *     number from 1 to 64
     * @throws IllegalArgumentException when there is no such signal; the message says so
     */
    public static int number(String signal) {
        String name = signal.strip().toUpperCase(Locale.ROOT);
        name = name.startsWith("SIG") ? name.substring(3) : name;
        Integer known = NUMBERS.get(name);
        int number = known == null ? computed(name) : known;
        if (number < 1 || number > LAST_REAL_TIME) {
            throw new IllegalArgumentException("there is no signal " + signal);
        }
        return number;
    }

    /**
     * Sends a signal to all programs that this one has started. Linux only.
     *
     * @return whether there are any
     */
    public static boolean toChildren(int signal) throws IOException {
        boolean any = false;
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            int descriptor = Kernel.openProcess(child.pid());
            if (descriptor >= 0) {
                try {
                    Kernel.signal(descriptor, signal);
                    any = true;
                } finally {
                    Kernel.close(descriptor);
                }
            }
        }
        return any;
    }

    private static int computed(String name) {
        if (name.equals("RTMIN")) {
            return FIRST_REAL_TIME;
        }
        if (name.equals("RTMAX")) {
            return LAST_REAL_TIME;
        }
        try {
            if (name.startsWith("RTMIN+")) {
                return FIRST_REAL_TIME + Integer.parseUnsignedInt(name.substring(6));
            }
            if (name.startsWith("RTMAX-")) {
                return LAST_REAL_TIME - Integer.parseUnsignedInt(name.substring(6));
            }
            return Integer.parseUnsignedInt(name);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
