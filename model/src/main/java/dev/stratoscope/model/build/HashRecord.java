package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The digests of a context's files as they were read before, kept in a file. What cannot be read is
 * as if there were none. Safe for use by many threads; of two builds at a time the last one's file
 * stays.
 */
final class HashRecord {
    private static final int FORMAT = 1;
    private static final int MOST = 4_000_000;
    private static final int LONGEST = 1 << 16;
    private static final int HASH = 32;

    private final Path file;
    private final Map<ByteString, Known> known = new ConcurrentHashMap<>();
    private volatile boolean changed;

    private record Known(FileStamp stamp, Digest digest) {}

    /**
     * What is kept of a context.
     *
     * @param folder of all contexts' records; made when it is needed
     * @param context absolute
     */
    HashRecord(Path folder, Path context) {
        byte[] name = context.toString().getBytes(StandardCharsets.UTF_8);
        this.file = folder.resolve(Digest.sha256(name).hex());
        try {
            read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            known.clear();
        }
    }

    private void read(ByteBuffer in) throws IOException {
        int count = in.getInt() == FORMAT ? in.getInt() : 0;
        for (int i = 0; i < Math.min(count, MOST); i++) {
            int length = in.getInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("damaged");
            }
            byte[] path = new byte[length];
            in.get(path);
            FileStamp stamp =
                    new FileStamp(
                            in.getLong(),
                            in.getLong(),
                            in.getLong(),
                            in.getLong(),
                            in.getInt(),
                            in.getLong(),
                            in.getInt());
            byte[] hash = new byte[HASH];
            in.get(hash);
            known.put(ByteString.of(path), new Known(stamp, Digest.ofSha256(hash)));
        }
    }

    /** The digest of a file that is as it was; null when it has to be read. */
    @Nullable Digest find(ByteString path, FileStamp stamp) {
        Known one = known.get(path);
        return one != null && one.stamp().equals(stamp) ? one.digest() : null;
    }

    /** Remembers a file that was read. */
    void put(ByteString path, FileStamp stamp, Digest digest) {
        known.put(path, new Known(stamp, digest));
        changed = true;
    }

    /** Writes it down, if there is anything new. */
    void keep() throws IOException {
        if (!changed) {
            return;
        }
        changed = false;
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = Files.createTempFile(folder, "record", ".part");
        try {
            Map<ByteString, Known> all = Map.copyOf(known);
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(made)))) {
                out.writeInt(FORMAT);
                out.writeInt(all.size());
                for (Map.Entry<ByteString, Known> one : all.entrySet()) {
                    write(out, one.getKey(), one.getValue());
                }
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void write(DataOutputStream out, ByteString path, Known one) throws IOException {
        out.writeInt(path.length());
        out.write(path.toByteArray());
        FileStamp stamp = one.stamp();
        out.writeLong(stamp.size());
        out.writeLong(stamp.disk());
        out.writeLong(stamp.inode());
        out.writeLong(stamp.mtimeSeconds());
        out.writeInt(stamp.mtimeNanos());
        out.writeLong(stamp.ctimeSeconds());
        out.writeInt(stamp.ctimeNanos());
        out.write(one.digest().hash());
    }
}
