package dev.stratoscope.model.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;

/**
 * The calls of the system's zlib for inflating ({@code zlib.h}). Nothing is loaded before {@link
 * #here} is called. Each call returns what zlib returns.
 */
final class Zlib {
    static final int OK = 0;
    static final int STREAM_END = 1;
    static final int BUFFER_ERROR = -5;
    static final int NO_FLUSH = 0;
    static final int BLOCK = 5;

    /** {@code z_stream} where pointers and longs have 64 bits. */
    static final MemoryLayout STREAM =
            MemoryLayout.structLayout(
                    ADDRESS.withName("next_in"),
                    JAVA_INT.withName("avail_in"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("total_in"),
                    ADDRESS.withName("next_out"),
                    JAVA_INT.withName("avail_out"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("total_out"),
                    ADDRESS.withName("msg"),
                    ADDRESS.withName("state"),
                    ADDRESS.withName("zalloc"),
                    ADDRESS.withName("zfree"),
                    ADDRESS.withName("opaque"),
                    JAVA_INT.withName("data_type"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("adler"),
                    JAVA_LONG.withName("reserved"));

    private static final int RAW = -15;

    private final MethodHandle init;
    private final MethodHandle inflate;
    private final MethodHandle reset;
    private final MethodHandle prime;
    private final MethodHandle getDictionary;
    private final MethodHandle setDictionary;
    private final MethodHandle end;
    private final MemorySegment version;

    private Zlib(SymbolLookup library) throws Throwable {
        Linker linker = Linker.nativeLinker();
        init = call(linker, library, "inflateInit2_", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        inflate = call(linker, library, "inflate", ADDRESS, JAVA_INT);
        reset = call(linker, library, "inflateReset", ADDRESS);
        prime = call(linker, library, "inflatePrime", ADDRESS, JAVA_INT, JAVA_INT);
        getDictionary = call(linker, library, "inflateGetDictionary", ADDRESS, ADDRESS, ADDRESS);
        setDictionary = call(linker, library, "inflateSetDictionary", ADDRESS, ADDRESS, JAVA_INT);
        end = call(linker, library, "inflateEnd", ADDRESS);
        version =
                (MemorySegment)
                        linker.downcallHandle(
                                        library.findOrThrow("zlibVersion"),
                                        FunctionDescriptor.of(ADDRESS))
                                .invokeExact();
    }

    /** The system's zlib; null where there is none to be used. */
    static @Nullable Zlib here() {
        return Here.ZLIB;
    }

    /** Makes a stream ready for raw deflate data. */
    int init(MemorySegment stream) {
        try {
            return (int) init.invokeExact(stream, RAW, version, (int) STREAM.byteSize());
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int inflate(MemorySegment stream, int flush) {
        try {
            return (int) inflate.invokeExact(stream, flush);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int reset(MemorySegment stream) {
        try {
            return (int) reset.invokeExact(stream);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int prime(MemorySegment stream, int bits, int value) {
        try {
            return (int) prime.invokeExact(stream, bits, value);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /**
     * Copies the window.
     *
     * @param length where the number of its bytes goes, an {@code int}
     */
    int getDictionary(MemorySegment stream, MemorySegment window, MemorySegment length) {
        try {
            return (int) getDictionary.invokeExact(stream, window, length);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int setDictionary(MemorySegment stream, MemorySegment window, int length) {
        try {
            return (int) setDictionary.invokeExact(stream, window, length);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /** Gives back what zlib took for a stream. */
    void end(MemorySegment stream) {
        try {
            int ignored = (int) end.invokeExact(stream);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private static MethodHandle call(
            Linker linker, SymbolLookup library, String name, MemoryLayout... arguments) {
        return linker.downcallHandle(
                library.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static RuntimeException broken(Throwable e) {
        if (e instanceof RuntimeException runtime) {
            return runtime;
        }
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e);
    }

    private static final class Here {
        static final @Nullable Zlib ZLIB = find();

        private static @Nullable Zlib find() {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            List<String> names =
                    system.contains("linux")
                            ? List.of("libz.so.1")
                            : system.contains("mac")
                                    ? List.of("libz.1.dylib", "libz.dylib")
                                    : List.of();
            if (ADDRESS.byteSize() != Long.BYTES) {
                return null;
            }
            for (String name : names) {
                try {
                    return new Zlib(SymbolLookup.libraryLookup(name, Arena.global()));
                } catch (Throwable e) {
                    // The next name, or the JDK's own code, does as well.
                    if (e instanceof VirtualMachineError fatal) {
                        throw fatal;
                    }
                }
            }
            return null;
        }
    }
}
