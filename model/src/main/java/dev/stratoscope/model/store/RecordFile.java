package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.IndexCache.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The file of one record: a head of four little-endian numbers of eight bytes (what it is and the
 * version of this head, the version of its kind, the length of the body, the CRC32C of kind, key
 * and body), and the body. Since the key counts, a file under another's name is told as well.
 */
final class RecordFile {
    /** "record" and the version of the head. */
    private static final long MAGIC = 0x0001_6472_6f63_6572L;

    static final int HEAD = 4 * Long.BYTES;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long MOST_AT_ONCE = 1 << 30;

    private RecordFile() {}

    /**
     * The body, mapped as long as it is reachable.
     *
     * @return null when the file is damaged, of another version, or of another record
     * @throws IOException when it cannot be read
     */
    static @Nullable MemorySegment open(Path file, Kind kind, String key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEAD) {
                return null;
            }
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            MemorySegment body = all.asSlice(HEAD);
            boolean sound =
                    all.get(LONG, 0) == MAGIC
                            && all.get(LONG, 8) == kind.version()
                            && all.get(LONG, 16) == body.byteSize()
                            && all.get(LONG, 24) == checksum(kind, key, body);
            return sound ? body : null;
        } catch (InternalError e) {
            // What is mapped was cut short by somebody: the JVM's word for a bus error.
            return null;
        }
    }

    static void write(Path file, Kind kind, String key, MemorySegment body) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(MAGIC).putLong(kind.version()).putLong(body.byteSize());
        head.putLong(checksum(kind, key, body)).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, head);
            for (long at = 0; at < body.byteSize(); at += MOST_AT_ONCE) {
                write(channel, part(body, at));
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static long checksum(Kind kind, String key, MemorySegment body) {
        CRC32C sum = new CRC32C();
        sum.update((kind.word() + '/' + key + '\0').getBytes(StandardCharsets.US_ASCII));
        for (long at = 0; at < body.byteSize(); at += MOST_AT_ONCE) {
            sum.update(part(body, at));
        }
        return sum.getValue();
    }

    private static ByteBuffer part(MemorySegment body, long at) {
        return body.asSlice(at, Math.min(MOST_AT_ONCE, body.byteSize() - at)).asByteBuffer();
    }
}
