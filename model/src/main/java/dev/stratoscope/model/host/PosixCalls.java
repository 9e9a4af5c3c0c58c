package dev.stratoscope.model.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * The C library's calls on files by descriptor and name (POSIX.1-2024, {@code fcntl.h}, {@code
 * sys/stat.h}, {@code unistd.h}). Each returns what the call returns, or the negative {@code errno}
 * where it fails. Only to be touched where {@link Abi#HERE} is known. To link a call takes
 * milliseconds in a virtual machine that just began, so only those are linked that are made, a
 * group at a time.
 */
final class PosixCalls {
    static final Abi ABI = Objects.requireNonNull(Abi.HERE);

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<Scratch> SCRATCH =
            ThreadLocal.withInitial(() -> new Scratch(STATE));
    private static final ValueLayout DEVICE_NUMBER = ABI.isMac() ? JAVA_INT : JAVA_LONG;

    private static final MethodHandle OPEN =
            variadic("open", 2, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle OPENAT =
            variadic("openat", 3, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = call("close", JAVA_INT, JAVA_INT);

    private PosixCalls() {}

    /** Linked when bytes are written. */
    private static final class OfBytes {
        static final MethodHandle PWRITE =
                call("pwrite", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
        static final MethodHandle FTRUNCATE = call("ftruncate", JAVA_INT, JAVA_INT, JAVA_LONG);
    }

    /** Linked when names are given or taken. */
    private static final class OfNames {
        static final MethodHandle MKDIRAT = call("mkdirat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle SYMLINKAT =
                call("symlinkat", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        static final MethodHandle LINKAT =
                call("linkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle UNLINKAT =
                call("unlinkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle RENAMEAT =
                call("renameat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    }

    /** Linked when it is said whose something is. */
    private static final class OfOwners {
        static final MethodHandle FCHMOD = call("fchmod", JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle FCHMODAT =
                call("fchmodat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle FCHOWN = call("fchown", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle FCHOWNAT =
                call("fchownat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
    }

    /** Linked when times are set. */
    private static final class OfTimes {
        static final MethodHandle FUTIMENS = call("futimens", JAVA_INT, JAVA_INT, ADDRESS);
        static final MethodHandle UTIMENSAT =
                call("utimensat", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    /** Linked when pipes or devices are made. */
    private static final class OfNodes {
        static final @Nullable MethodHandle MKFIFOAT =
                lateCall("mkfifoat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final @Nullable MethodHandle MKNODAT =
                lateCall("mknodat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, DEVICE_NUMBER);
    }

    /** Linked when extended attributes are set. */
    private static final class OfAttributes {
        static final MethodHandle FSETXATTR =
                ABI.isMac()
                        ? call(
                                "fsetxattr",
                                JAVA_INT,
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_LONG,
                                JAVA_INT,
                                JAVA_INT)
                        : call(
                                "fsetxattr",
                                JAVA_INT,
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_LONG,
                                JAVA_INT);
    }

    /** Linked when something fails. */
    private static final class OfErrors {
        static final MethodHandle STRERROR =
                LINKER.downcallHandle(
                        SYMBOLS.findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));
    }

    static int open(byte[] path, int flags) {
        return made((arena, state) -> (int) OPEN.invokeExact(state, text(arena, path), flags, 0));
    }

    static int openat(int folder, byte[] name, int flags, int mode) {
        return made(
                (arena, state) ->
                        (int) OPENAT.invokeExact(state, folder, text(arena, name), flags, mode));
    }

    static int close(int descriptor) {
        return made((_, state) -> (int) CLOSE.invokeExact(state, descriptor));
    }

    /** At most 2 GiB at once. */
    static int pwrite(int descriptor, MemorySegment bytes, long length, long at) {
        return made(
                (_, state) ->
                        (int)
                                (long)
                                        OfBytes.PWRITE.invokeExact(
                                                state, descriptor, bytes, length, at));
    }

    static int ftruncate(int descriptor, long size) {
        return made((_, state) -> (int) OfBytes.FTRUNCATE.invokeExact(state, descriptor, size));
    }

    static int mkdirat(int folder, byte[] name, int mode) {
        return made(
                (arena, state) ->
                        (int) OfNames.MKDIRAT.invokeExact(state, folder, text(arena, name), mode));
    }

    static int symlinkat(byte[] target, int folder, byte[] name) {
        return made(
                (arena, state) ->
                        (int)
                                OfNames.SYMLINKAT.invokeExact(
                                        state, text(arena, target), folder, text(arena, name)));
    }

    /** Links a symbolic link itself, not what it leads to. */
    static int linkat(int from, byte[] file, int folder, byte[] name) {
        return made(
                (arena, state) ->
                        (int)
                                OfNames.LINKAT.invokeExact(
                                        state,
                                        from,
                                        text(arena, file),
                                        folder,
                                        text(arena, name),
                                        0));
    }

    static int unlinkat(int folder, byte[] name) {
        return made(
                (arena, state) ->
                        (int) OfNames.UNLINKAT.invokeExact(state, folder, text(arena, name), 0));
    }

    static int renameat(int folder, byte[] from, byte[] to) {
        return made(
                (arena, state) ->
                        (int)
                                OfNames.RENAMEAT.invokeExact(
                                        state, folder, text(arena, from), folder, text(arena, to)));
    }

    static int fchmod(int descriptor, int mode) {
        return made((_, state) -> (int) OfOwners.FCHMOD.invokeExact(state, descriptor, mode));
    }

    static int fchmodat(int folder, byte[] name, int mode) {
        int flags = ABI.atNoFollow();
        return made(
                (arena, state) ->
                        (int)
                                OfOwners.FCHMODAT.invokeExact(
                                        state, folder, text(arena, name), mode, flags));
    }

    static int fchown(int descriptor, int uid, int gid) {
        return made((_, state) -> (int) OfOwners.FCHOWN.invokeExact(state, descriptor, uid, gid));
    }

    static int fchownat(int folder, byte[] name, int uid, int gid) {
        int flags = ABI.atNoFollow();
        return made(
                (arena, state) ->
                        (int)
                                OfOwners.FCHOWNAT.invokeExact(
                                        state, folder, text(arena, name), uid, gid, flags));
    }

    static int futimens(int descriptor, long seconds, int nanos) {
        return made(
                (arena, state) ->
                        (int)
                                OfTimes.FUTIMENS.invokeExact(
                                        state, descriptor, times(arena, seconds, nanos)));
    }

    static int utimensat(int folder, byte[] name, long seconds, int nanos) {
        int flags = ABI.atNoFollow();
        return made(
                (arena, state) ->
                        (int)
                                OfTimes.UTIMENSAT.invokeExact(
                                        state,
                                        folder,
                                        text(arena, name),
                                        times(arena, seconds, nanos),
                                        flags));
    }

    static int mkfifoat(int folder, byte[] name, int mode) {
        return OfNodes.MKFIFOAT == null
                ? -ABI.noCall()
                : made(
                        (arena, state) ->
                                (int)
                                        OfNodes.MKFIFOAT.invokeExact(
                                                state, folder, text(arena, name), mode));
    }

    static int mknodat(int folder, byte[] name, int mode, long device) {
        if (OfNodes.MKNODAT == null) {
            return -ABI.noCall();
        }
        int small = (int) device;
        return ABI.isMac()
                ? made(
                        (arena, state) ->
                                (int)
                                        OfNodes.MKNODAT.invokeExact(
                                                state, folder, text(arena, name), mode, small))
                : made(
                        (arena, state) ->
                                (int)
                                        OfNodes.MKNODAT.invokeExact(
                                                state, folder, text(arena, name), mode, device));
    }

    static int fsetxattr(int descriptor, byte[] name, byte[] value) {
        long length = value.length;
        return made(
                (arena, state) -> {
                    MemorySegment text = text(arena, name);
                    MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, value);
                    return ABI.isMac()
                            ? (int)
                                    OfAttributes.FSETXATTR.invokeExact(
                                            state, descriptor, text, bytes, length, 0, 0)
                            : (int)
                                    OfAttributes.FSETXATTR.invokeExact(
                                            state, descriptor, text, bytes, length, 0);
                });
    }

    /** What {@code errno} means, in the system's words. */
    static String words(int errno) {
        try {
            MemorySegment text = (MemorySegment) OfErrors.STRERROR.invokeExact(errno);
            return text.reinterpret(1000).getString(0);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /** One call, with memory that lasts as long as it. */
    interface Call {
        int in(SegmentAllocator memory, MemorySegment state) throws Throwable;
    }

    /** Makes a call whose failures are told by a negative result and {@code errno}. */
    static int made(Call call) {
        Scratch scratch = SCRATCH.get();
        scratch.reset();
        try {
            MemorySegment state = scratch.state();
            int result = call.in(scratch, state);
            return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /** The bytes with a NUL behind them. */
    static MemorySegment text(SegmentAllocator memory, byte[] bytes) {
        MemorySegment text = memory.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
        text.set(JAVA_BYTE, bytes.length, (byte) 0);
        return text;
    }

    /** The pair of times such calls take: that of access is now, that of modification is given. */
    private static MemorySegment times(SegmentAllocator arena, long seconds, int nanos) {
        long now = System.currentTimeMillis();
        return arena.allocateFrom(JAVA_LONG, now / 1000, now % 1000 * 1_000_000, seconds, nanos);
    }

    static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /** A call that older systems do not have. */
    static @Nullable MethodHandle lateCall(
            String name, MemoryLayout result, MemoryLayout... arguments) {
        return SYMBOLS.find(name).isPresent() ? call(name, result, arguments) : null;
    }

    static MethodHandle variadic(
            String name, int firstVariadic, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                SYMBOLS.findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.firstVariadicArg(firstVariadic),
                Linker.Option.captureCallState("errno"));
    }

    static RuntimeException broken(Throwable e) {
        if (e instanceof RuntimeException runtime) {
            return runtime;
        }
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e);
    }
}
