package dev.stratoscope.model.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The calls of Linux that Java has none for (the manual's sections 2 and 3 under each name).
 * Failures are exceptions with the system's words. Only to be touched on Linux.
 */
final class Kernel {
    /** Readable, of {@code poll}. */
    static final int POLLIN = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SYSCALL =
            call("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle OPEN = call("open", 2, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle READ =
            call("read", -1, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE =
            call("write", -1, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle POLL =
            call("poll", -1, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SETNS = call("setns", -1, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle OPENPT = call("posix_openpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle GRANTPT = call("grantpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle UNLOCKPT = call("unlockpt", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle PTSNAME =
            call("ptsname_r", -1, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle IOCTL =
            call("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle STRERROR =
            LINKER.downcallHandle(
                    SYMBOLS.findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final long PIDFD_OPEN = 434;
    private static final long PIDFD_SEND_SIGNAL = 424;
    private static final long SET_WINDOW_SIZE = windowSizeRequest();
    private static final int ESRCH = 3;
    private static final int EINTR = 4;
    private static final int EIO = 5;
    private static final int EAGAIN = 11;

    private Kernel() {}

    /** A descriptor of a process; -1 when there is none of that number. */
    static int openProcess(long pid) throws IOException {
        int result = made((_, s) -> (long) SYSCALL.invokeExact(s, PIDFD_OPEN, pid, 0L, 0L, 0L));
        return result == -ESRCH ? -1 : check("pidfd_open " + pid, result);
    }

    /** Sends a signal to the process of a descriptor; nothing when it has ended. */
    static void signal(int process, int number) throws IOException {
        int result =
                made(
                        (_, s) ->
                                (long)
                                        SYSCALL.invokeExact(
                                                s,
                                                PIDFD_SEND_SIGNAL,
                                                (long) process,
                                                (long) number,
                                                0L,
                                                0L));
        if (result != -ESRCH) {
            check("signal " + number, result);
        }
    }

    /** Closes a descriptor; failures say nothing that could be acted upon. */
    static void close(int descriptor) {
        made((_, s) -> (int) CLOSE.invokeExact(s, descriptor));
    }

    /**
     * Waits until one of the descriptors can be read from or hung up, at most for some time.
     *
     * @param millis -1 waits for ever
     * @return whether each can be
     */
    static boolean[] poll(int millis, int... descriptors) throws IOException {
        boolean[] ready = new boolean[descriptors.length];
        int result =
                made(
                        (arena, s) -> {
                            MemorySegment list = arena.allocate(8L * descriptors.length, 4);
                            for (int i = 0; i < descriptors.length; i++) {
                                list.set(JAVA_INT, 8L * i, descriptors[i]);
                                list.set(JAVA_SHORT, 8L * i + 4, (short) POLLIN);
                            }
                            int n = (int) POLL.invokeExact(s, list, (long) ready.length, millis);
                            for (int i = 0; i < ready.length; i++) {
                                ready[i] = list.get(JAVA_SHORT, 8L * i + 6) != 0;
                            }
                            return n;
                        });
        if (result != -EINTR) {
            check("poll", result);
        }
        return ready;
    }

    /** Puts this thread, and no other, into the network namespace of a process. */
    static void enterNetwork(Path process) throws IOException {
        Path file = process.resolve("ns/net");
        int namespace = open(file, CLOSE_ON_EXEC);
        try {
            check(
                    file.toString(),
                    made((_, s) -> (int) SETNS.invokeExact(s, namespace, CLONE_NEWNET)));
        } finally {
            close(namespace);
        }
    }

    /** A descriptor of a file, by the flags of open(2) without a mode. */
    static int open(Path file, int flags) throws IOException {
        return check(file.toString(), made((arena, s) -> opened(arena, s, file, flags)));
    }

    /** The master side of a new terminal, which never blocks. */
    static int openTerminal() throws IOException {
        int flags = READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC;
        int master = check("terminal", made((_, s) -> (int) OPENPT.invokeExact(s, flags)));
        try {
            check("terminal", made((_, s) -> (int) GRANTPT.invokeExact(s, master)));
            check("terminal", made((_, s) -> (int) UNLOCKPT.invokeExact(s, master)));
        } catch (IOException e) {
            close(master);
            throw e;
        }
        return master;
    }

    /** The path of a terminal's other side. */
    static String terminalName(int master) throws IOException {
        byte[] name = new byte[128];
        int result =
                made(
                        (arena, s) -> {
                            MemorySegment text = arena.allocate(name.length);
                            int r = (int) PTSNAME.invokeExact(s, master, text, (long) name.length);
                            MemorySegment.copy(text, JAVA_BYTE, 0, name, 0, name.length);
                            return r;
                        });
        check("terminal", result);
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return new String(name, 0, end, StandardCharsets.US_ASCII);
    }

    /** Tells a terminal its size. */
    static void resize(int master, int columns, int rows) throws IOException {
        check("terminal", made((arena, s) -> sized(arena, s, master, columns, rows)));
    }

    /**
     * Tells the terminal behind a path its size; nothing happens when it is none. Opening it
     * neither waits nor makes it this program's own.
     *
     * @return whether it was told
     */
    static boolean resize(Path file, int columns, int rows) {
        int flags = READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING | CLOSE_ON_EXEC;
        int terminal = made((arena, s) -> opened(arena, s, file, flags));
        if (terminal < 0) {
            return false;
        }
        int result = made((arena, s) -> sized(arena, s, terminal, columns, rows));
        close(terminal);
        return result >= 0;
    }

    private static int opened(Arena arena, MemorySegment state, Path file, int flags)
            throws Throwable {
        MemorySegment path = arena.allocateFrom(file.toString());
        return (int) OPEN.invokeExact(state, path, flags, 0);
    }

    private static int sized(Arena arena, MemorySegment state, int terminal, int columns, int rows)
            throws Throwable {
        MemorySegment size = arena.allocate(8, 2);
        size.set(JAVA_SHORT, 0, (short) rows);
        size.set(JAVA_SHORT, 2, (short) columns);
        return (int) IOCTL.invokeExact(state, terminal, SET_WINDOW_SIZE, size);
    }

    /** Reads; 0 when nothing is there now, -1 when a terminal's other side was closed. */
    static int read(int descriptor, byte[] into) throws IOException {
        int result =
                made(
                        (arena, s) -> {
                            MemorySegment bytes = arena.allocate(into.length);
                            int n =
                                    (int)
                                            (long)
                                                    READ.invokeExact(
                                                            s,
                                                            descriptor,
                                                            bytes,
                                                            (long) into.length);
                            if (n > 0) {
                                MemorySegment.copy(bytes, JAVA_BYTE, 0, into, 0, n);
                            }
                            return n;
                        });
        if (result == -EAGAIN || result == -EINTR) {
            return 0;
        }
        return result == -EIO || result == 0 ? -1 : check("terminal", result);
    }

    /** Writes what can be written now; returns how much that was. */
    static int write(int descriptor, byte[] from, int at) throws IOException {
        int result =
                made(
                        (arena, s) -> {
                            MemorySegment bytes = arena.allocate(from.length - at);
                            MemorySegment.copy(from, at, bytes, JAVA_BYTE, 0, from.length - at);
                            return (long) WRITE.invokeExact(s, descriptor, bytes, bytes.byteSize());
                        });
        return result == -EAGAIN || result == -EINTR ? 0 : check("terminal", result);
    }

    private static long windowSizeRequest() {
        return switch (System.getProperty("os.arch", "")) {
            case "ppc64le", "ppc64" -> 0x80087467L;
            default -> 0x5414L;
        };
    }

    /** A call of the system, with room for its arguments and for its errno. */
    interface Call {
        long in(Arena arena, MemorySegment state) throws Throwable;
    }

    /** What the call returns, or the negative errno. */
    static int made(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.in(arena, state);
            return result >= 0 ? (int) result : -(int) ERRNO.get(state, 0L);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The result of a call.
     *
     * @throws IOException with the words for a negative errno
     */
    static int check(String what, int result) throws IOException {
        if (result >= 0) {
            return result;
        }
        MemorySegment words;
        try {
            words = (MemorySegment) STRERROR.invokeExact(-result);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        throw new IOException(what + ": " + words.reinterpret(1000).getString(0));
    }

    /** A call, with the place of its first variadic argument or -1. */
    static MethodHandle call(
            String name, int firstVariadic, MemoryLayout result, MemoryLayout... arguments) {
        Linker.Option state = Linker.Option.captureCallState("errno");
        Linker.Option[] options =
                firstVariadic < 0
                        ? new Linker.Option[] {state}
                        : new Linker.Option[] {
                            state, Linker.Option.firstVariadicArg(firstVariadic)
                        };
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name), FunctionDescriptor.of(result, arguments), options);
    }
}
