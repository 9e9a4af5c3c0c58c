package dev.stratoscope.model.build;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The digests of a context's files, read once as long as they stay as they are. Safe for use by
 * many threads.
 */
final class ContextHashes {
    private static final int BATCH = 64;
    private static final int BUFFER = 1 << 17;

    /** Files that are opened longer than they are read. */
    private static final int SMALL = 1 << 16;

    private static final long MOST_KEPT = Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

    private final ContextFolder context;
    private final HashRecord record;
    private final Clock clock;
    private final Map<ByteString, Hashed> hashed = new ConcurrentHashMap<>();
    private final Map<ByteString, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong keptBytes = new AtomicLong();

    /**
     * Digests of a context.
     *
     * @param record what is known from builds before
     */
    ContextHashes(ContextFolder context, HashRecord record, Clock clock) {
        this.context = context;
        this.record = record;
        this.clock = clock;
    }

    private record Hashed(FileStamp stamp, Digest digest) {}

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Kept(FileStamp stamp, byte[] bytes) {}

    /**
     * The bytes of a small file that was hashed just now, once; null when they have to be read.
     * They are those of its digest.
     */
    byte @Nullable [] take(ContextNode file) {
        Kept one = kept.remove(file.path());
        if (one == null) {
            return null;
        }
        keptBytes.addAndGet(-one.bytes().length);
        return one.stamp().equals(FileStamp.of(file.stat())) ? one.bytes() : null;
    }

    private void keep(ByteString path, FileStamp stamp, byte[] bytes) {
        if (keptBytes.addAndGet(bytes.length) > MOST_KEPT) {
            keptBytes.addAndGet(-bytes.length);
            return;
        }
        Kept before = kept.put(path, new Kept(stamp, bytes));
        if (before != null) {
            keptBytes.addAndGet(-before.bytes().length);
        }
    }

    /** Reads all files whose digests are not known, beside each other. */
    void hash(Collection<ContextNode> files, Progress progress) throws IOException {
        List<Callable<Boolean>> parts = new ArrayList<>();
        List<ContextNode> batch = new ArrayList<>();
        ByteString folder = ByteString.EMPTY;
        for (ContextNode file : files) {
            if (known(file) != null) {
                continue;
            }
            ByteString above = above(file);
            if (batch.size() == BATCH || !above.equals(folder)) {
                add(parts, batch, folder, progress);
                batch = new ArrayList<>();
                folder = above;
            }
            batch.add(file);
        }
        add(parts, batch, folder, progress);
        Fan.out(parts);
        record.keep();
    }

    /** The folder it is in. */
    static ByteString above(ContextNode file) {
        ByteString above = MergedPaths.parent(file.path());
        return above == null ? ByteString.EMPTY : above;
    }

    private void add(
            List<Callable<Boolean>> parts,
            List<ContextNode> batch,
            ByteString folder,
            Progress progress) {
        if (!batch.isEmpty()) {
            parts.add(
                    () -> {
                        try (LiveDirectory open = context.folder(folder)) {
                            for (ContextNode file : batch) {
                                hash(open, file, progress);
                            }
                        }
                        return true;
                    });
        }
    }

    private @Nullable Digest known(ContextNode file) {
        FileStamp stamp = FileStamp.of(file.stat());
        Hashed here = hashed.get(file.path());
        if (here != null && here.stamp().equals(stamp)) {
            return here.digest();
        }
        Digest before = record.find(file.path(), stamp);
        if (before != null) {
            hashed.put(file.path(), new Hashed(stamp, before));
        }
        return before;
    }

    /** The sha256 of a file's bytes. */
    Digest digest(ContextNode file) throws IOException {
        Digest known = known(file);
        if (known != null) {
            return known;
        }
        try (LiveDirectory open = context.folder(above(file))) {
            return hash(open, file, Progress.NONE);
        }
    }

    private Digest hash(LiveDirectory folder, ContextNode file, Progress progress)
            throws IOException {
        FileStamp stamp = FileStamp.of(file.stat());
        Instant begun = clock.instant();
        MessageDigest hasher = Digest.newSha256();
        ByteBuffer buffer = ByteBuffer.allocate(Math.clamp(file.stat().size() + 1, 512, BUFFER));
        byte[] whole = null;
        try (FileChannel bytes = folder.file(file.name(), false)) {
            long length = 0;
            while (bytes.read(buffer) >= 0) {
                progress.advance(0);
                buffer.flip();
                length += buffer.remaining();
                if (length == stamp.size() && length == buffer.remaining() && length <= SMALL) {
                    whole = Arrays.copyOf(buffer.array(), buffer.remaining());
                }
                hasher.update(buffer);
                buffer.clear();
            }
            whole = length == stamp.size() ? whole : null;
        } catch (FileSystemException e) {
            throw ContextFolder.told(file.path(), e);
        }
        Stat after = folder.stat(file.name());
        if (after == null || !FileStamp.of(after).equals(stamp)) {
            throw ContextFolder.changed(file);
        }
        Digest digest = Digest.ofSha256(hasher.digest());
        hashed.put(file.path(), new Hashed(stamp, digest));
        if (whole != null) {
            keep(file.path(), stamp, whole);
        }
        if (stamp.isSettled(begun)) {
            record.put(file.path(), stamp, digest);
        }
        return digest;
    }
}
