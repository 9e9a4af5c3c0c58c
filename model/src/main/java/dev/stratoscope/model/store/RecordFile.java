package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.IndexCache.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
    private static final long MOST_AT_ONCE = 1 << 20;
    private static final int MOST_READ = 1 << 16;

    private RecordFile() {}

    /**
     * The body, mapped as long as it is reachable.
     *
     * @return null when the file is damaged, of another version, or of another record
     * @throws IOException when it cannot be read
     */
    static @Nullable MemorySegment open(Path file, Kind kind, String key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
            while (head.hasRemaining() && channel.read(head) >= 0) {}
            long length = channel.size() - HEAD;
            head.flip();
            boolean sound =
                    head.limit() == HEAD
                            && head.getLong() == MAGIC
                            && head.getLong() == kind.version()
                            && head.getLong() == length
                            && head.getLong() == checksum(kind, key, channel, length);
            return sound
                    ? channel.map(FileChannel.MapMode.READ_ONLY, HEAD, length, Arena.ofAuto())
                    : null;
        }
    }

    /**
     * Of what is still to be read. The bytes are read and not mapped: a bad sector, or a file that
     * is cut short meanwhile, is an exception to a read but ends a JVM that sums up mapped bytes.
     */
    private static long checksum(Kind kind, String key, FileChannel from, long length)
            throws IOException {
        CRC32C sum = begin(kind, key);
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(MOST_READ, length));
        for (long left = length; left > 0; left -= part.limit()) {
            part.clear().limit((int) Math.min(part.capacity(), left));
            if (from.read(part) < 0) {
                return -1;
            }
            sum.update(part.flip());
        }
        return sum.getValue();
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
        CRC32C sum = begin(kind, key);
        for (long at = 0; at < body.byteSize(); at += MOST_AT_ONCE) {
            sum.update(part(body, at));
        }
        return sum.getValue();
    }

    private static CRC32C begin(Kind kind, String key) {
        CRC32C sum = new CRC32C();
        sum.update((kind.word() + '/' + key + '\0').getBytes(StandardCharsets.US_ASCII));
        return sum;
    }

    private static ByteBuffer part(MemorySegment body, long at) {
        return body.asSlice(at, Math.min(MOST_AT_ONCE, body.byteSize() - at)).asByteBuffer();
    }
}
