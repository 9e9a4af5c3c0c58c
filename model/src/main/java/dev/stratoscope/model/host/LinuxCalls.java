package dev.stratoscope.model.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The calls that Linux has beyond POSIX's, or with numbers of its own (the man pages of sections 2
 * and 3). As of {@link PosixCalls}, the result is the call's or the negative {@code errno}, and a
 * call is linked when it is made.
 */
final class LinuxCalls {
    static final int O_PATH = 0x200000;
    static final int EXCHANGE = 2;
    static final int LEAVE_WHITEOUT = 4;
    static final int NO_DATA = 61;
    static final int NOT_EMPTY = 39;
    static final int TOO_SMALL = 34;
    static final int SEEK_DATA = 3;
    static final int SEEK_HOLE = 4;

    private static final int EMPTY_PATH = 0x1000;
    private static final int REMOVE_FOLDER = 0x200;
    private static final int BASIC = 0x7ff;
    private static final int STATX = 256;
    private static final int NAME = 19;
    private static final int LONGEST_NAME = 256;
    private static final ByteString DOT = ByteString.of(".");
    private static final ByteString DOTS = ByteString.of("..");

    /** {@code _IOW(0x94, 9, int)}, whose first bits differ on POWER. */
    private static final long CLONE =
            "ppc64le".equals(System.getProperty("os.arch")) ? 0x8004_9409L : 0x4004_9409L;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();

    private static final @Nullable MethodHandle STATX_CALL =
            PosixCalls.lateCall("statx", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle FDOPENDIR =
            LINKER.downcallHandle(
                    SYMBOLS.findOrThrow("fdopendir"), FunctionDescriptor.of(ADDRESS, JAVA_INT));
    private static final MethodHandle READDIR =
            LINKER.downcallHandle(
                    SYMBOLS.findOrThrow("readdir"), FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle CLOSEDIR =
            LINKER.downcallHandle(
                    SYMBOLS.findOrThrow("closedir"), FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private LinuxCalls() {}

    /** Linked when links are read. */
    private static final class OfLinks {
        static final MethodHandle READLINKAT =
                PosixCalls.call("readlinkat", JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
    }

    /** Linked when names are moved or taken. */
    private static final class OfNames {
        static final @Nullable MethodHandle RENAMEAT2 =
                PosixCalls.lateCall(
                        "renameat2", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle RENAMEAT =
                PosixCalls.call("renameat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        static final MethodHandle UNLINKAT =
                PosixCalls.call("unlinkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    }

    /** Linked when extended attributes are met. */
    private static final class OfAttributes {
        static final MethodHandle LLISTXATTR =
                PosixCalls.call("llistxattr", JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG);
        static final MethodHandle LGETXATTR =
                PosixCalls.call("lgetxattr", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        static final MethodHandle LSETXATTR =
                PosixCalls.call(
                        "lsetxattr", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
        static final MethodHandle LREMOVEXATTR =
                PosixCalls.call("lremovexattr", JAVA_INT, ADDRESS, ADDRESS);
    }

    /** Linked when bytes are copied or made safe. */
    private static final class OfBytes {
        static final MethodHandle IOCTL =
                PosixCalls.variadic("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
        static final MethodHandle SYNCFS = PosixCalls.call("syncfs", JAVA_INT, JAVA_INT);
        static final MethodHandle LSEEK =
                LINKER.downcallHandle(
                        SYMBOLS.findOrThrow("lseek"),
                        FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
    }

    /** What a call found, or why it did not. */
    record Found<T>(int error, @Nullable T value) {}

    /** Of a name in a folder, or of what a descriptor is where the name is empty. */
    static Found<Stat> stat(int descriptor, byte[] name) {
        if (STATX_CALL == null) {
            return new Found<>(-PosixCalls.ABI.noCall(), null);
        }
        int flags = PosixCalls.ABI.atNoFollow() | EMPTY_PATH;
        Stat[] found = new Stat[1];
        int result =
                PosixCalls.made(
                        (arena, state) -> {
                            MemorySegment into = arena.allocate(STATX, 8);
                            MemorySegment text = PosixCalls.text(arena, name);
                            int done =
                                    (int)
                                            STATX_CALL.invokeExact(
                                                    state, descriptor, text, flags, BASIC, into);
                            found[0] = stat(into);
                            return done;
                        });
        return new Found<>(result, result < 0 ? null : found[0]);
    }

    /**
     * The structure is the same on all processors (statx(2)). As a buffer it is read fast also
     * while the virtual machine is cold.
     */
    private static Stat stat(MemorySegment filled) {
        ByteBuffer from = filled.asByteBuffer().order(ByteOrder.nativeOrder());
        int mode = from.getShort(28) & 0xffff;
        EntryType type =
                switch (mode >> 12) {
                    case 001 -> EntryType.FIFO;
                    case 002 -> EntryType.CHARACTER_DEVICE;
                    case 004 -> EntryType.DIRECTORY;
                    case 006 -> EntryType.BLOCK_DEVICE;
                    case 010 -> EntryType.FILE;
                    case 012 -> EntryType.SYMLINK;
                    default -> null;
                };
        return new Stat(
                type,
                mode & 07777,
                Integer.toUnsignedLong(from.getInt(20)),
                Integer.toUnsignedLong(from.getInt(24)),
                from.getLong(40),
                from.getLong(48) * 512,
                Integer.toUnsignedLong(from.getInt(16)),
                (long) from.getInt(136) << 32 | Integer.toUnsignedLong(from.getInt(140)),
                from.getLong(32),
                from.getLong(112),
                from.getInt(120),
                from.getLong(96),
                from.getInt(104),
                Integer.toUnsignedLong(from.getInt(128)),
                Integer.toUnsignedLong(from.getInt(132)));
    }

    /** The names in a folder, sorted. Takes the descriptor over. */
    static List<ByteString> names(int descriptor) {
        List<ByteString> names = new ArrayList<>();
        try {
            MemorySegment stream = (MemorySegment) FDOPENDIR.invokeExact(descriptor);
            if (stream.address() == 0) {
                int _ = PosixCalls.close(descriptor);
                return names;
            }
            try {
                while (true) {
                    MemorySegment entry = (MemorySegment) READDIR.invokeExact(stream);
                    if (entry.address() == 0) {
                        break;
                    }
                    ByteString name = name(entry.reinterpret(NAME + LONGEST_NAME));
                    if (!name.equals(DOT) && !name.equals(DOTS)) {
                        names.add(name);
                    }
                }
            } finally {
                int _ = (int) CLOSEDIR.invokeExact(stream);
            }
        } catch (Throwable e) {
            throw PosixCalls.broken(e);
        }
        Collections.sort(names);
        return names;
    }

    /** Two numbers of eight bytes, the length of all in two, one of one, and the name with NULs. */
    private static ByteString name(MemorySegment entry) {
        int end = Math.min(Short.toUnsignedInt(entry.get(JAVA_SHORT, 16)), (int) entry.byteSize());
        byte[] bytes = new byte[end - NAME];
        MemorySegment.copy(entry, JAVA_BYTE, NAME, bytes, 0, bytes.length);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return ByteString.of(bytes, 0, length);
    }

    static Found<ByteString> readlinkat(int folder, byte[] name) {
        return filled(
                (arena, state, into) ->
                        (long)
                                OfLinks.READLINKAT.invokeExact(
                                        state,
                                        folder,
                                        PosixCalls.text(arena, name),
                                        into,
                                        into.byteSize()));
    }

    static Found<ByteString> llistxattr(byte[] path) {
        return filled(
                (arena, state, into) ->
                        (long)
                                OfAttributes.LLISTXATTR.invokeExact(
                                        state,
                                        PosixCalls.text(arena, path),
                                        into,
                                        into.byteSize()));
    }

    static Found<ByteString> lgetxattr(byte[] path, byte[] name) {
        return filled(
                (arena, state, into) ->
                        (long)
                                OfAttributes.LGETXATTR.invokeExact(
                                        state,
                                        PosixCalls.text(arena, path),
                                        PosixCalls.text(arena, name),
                                        into,
                                        into.byteSize()));
    }

    private interface Filling {
        long in(SegmentAllocator memory, MemorySegment state, MemorySegment into) throws Throwable;
    }

    /** Links are at most a page, attributes at most 64 KiB; most are small. */
    private static Found<ByteString> filled(Filling filling) {
        Found<ByteString> small = filled(filling, 512);
        boolean cut = small.value() != null && small.value().length() == 512;
        return cut || small.error() == -TOO_SMALL ? filled(filling, 1 << 16) : small;
    }

    private static Found<ByteString> filled(Filling filling, int room) {
        ByteString[] found = new ByteString[1];
        int result =
                PosixCalls.made(
                        (arena, state) -> {
                            MemorySegment into = arena.allocate(room);
                            int length = (int) filling.in(arena, state, into);
                            if (length >= 0) {
                                byte[] bytes = into.asSlice(0, length).toArray(JAVA_BYTE);
                                found[0] = ByteString.of(bytes);
                            }
                            return length;
                        });
        return new Found<>(result, found[0]);
    }

    static int lsetxattr(byte[] path, byte[] name, byte[] value) {
        long length = value.length;
        return PosixCalls.made(
                (arena, state) ->
                        (int)
                                OfAttributes.LSETXATTR.invokeExact(
                                        state,
                                        PosixCalls.text(arena, path),
                                        PosixCalls.text(arena, name),
                                        arena.allocateFrom(JAVA_BYTE, value),
                                        length,
                                        0));
    }

    static int lremovexattr(byte[] path, byte[] name) {
        return PosixCalls.made(
                (arena, state) ->
                        (int)
                                OfAttributes.LREMOVEXATTR.invokeExact(
                                        state,
                                        PosixCalls.text(arena, path),
                                        PosixCalls.text(arena, name)));
    }

    static int rename(int from, byte[] name, int to, byte[] newName) {
        return PosixCalls.made(
                (arena, state) ->
                        (int)
                                OfNames.RENAMEAT.invokeExact(
                                        state,
                                        from,
                                        PosixCalls.text(arena, name),
                                        to,
                                        PosixCalls.text(arena, newName)));
    }

    /** As {@link #rename}, in one of renameat2(2)'s ways. */
    static int rename(int from, byte[] name, int to, byte[] newName, int way) {
        return OfNames.RENAMEAT2 == null
                ? -PosixCalls.ABI.noCall()
                : PosixCalls.made(
                        (arena, state) ->
                                (int)
                                        OfNames.RENAMEAT2.invokeExact(
                                                state,
                                                from,
                                                PosixCalls.text(arena, name),
                                                to,
                                                PosixCalls.text(arena, newName),
                                                way));
    }

    static int removeFolder(int folder, byte[] name) {
        return PosixCalls.made(
                (arena, state) ->
                        (int)
                                OfNames.UNLINKAT.invokeExact(
                                        state,
                                        folder,
                                        PosixCalls.text(arena, name),
                                        REMOVE_FOLDER));
    }

    /** Makes one file share the bytes of another. */
    static int clone(int into, int from) {
        return PosixCalls.made(
                (_, state) -> (int) OfBytes.IOCTL.invokeExact(state, into, CLONE, (long) from));
    }

    static int syncfs(int descriptor) {
        return PosixCalls.made((_, state) -> (int) OfBytes.SYNCFS.invokeExact(state, descriptor));
    }

    /** Where the next bytes or the next hole begin; negative when there are none. */
    static long seek(int descriptor, long from, int what) {
        try {
            return (long) OfBytes.LSEEK.invokeExact(descriptor, from, what);
        } catch (Throwable e) {
            throw PosixCalls.broken(e);
        }
    }
}
