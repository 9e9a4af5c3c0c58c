package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.union.JournaledLayer;
import dev.stratoscope.model.union.JournaledUpper;
import dev.stratoscope.model.union.Reversal;
import dev.stratoscope.model.union.Upper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A writable layer whose metadata is kept aside, so that it needs no privilege and no particular
 * system. It lies on no unpacked layers and cannot be mounted; {@link Snapshots#convert} makes one
 * of it that can.
 *
 * @param key what it is found again by
 * @param folder where it lies, in {@code aside}
 */
public record JournaledSnapshot(String key, Path folder) implements Active {
    /** The layer's own folder. */
    Path upper() {
        return folder.resolve(SnapshotFolder.ASIDE);
    }

    /** The layer's own folder, which is not made anew when the layer was removed or converted. */
    private Path existing() throws IOException {
        if (!Files.isDirectory(upper())) {
            throw new NoSuchFileException(upper().toString());
        }
        return upper();
    }

    @Override
    public Upper open() throws IOException {
        return JournaledUpper.open(existing(), Clock.systemUTC());
    }

    @Override
    public UpperLayer scan(@Nullable UpperLayer before, Limits limits, Progress progress)
            throws IOException {
        JournaledLayer known =
                before != null && before.contents() instanceof Bytes bytes ? bytes.layer() : null;
        JournaledLayer now =
                JournaledLayer.read(existing(), known, limits, progress.child("Reading", -1));
        return new UpperLayer(now.index(), new Bytes(now), now.lastWrite());
    }

    /** The bytes of the files, and what else was known when they were read. */
    private record Bytes(JournaledLayer layer) implements Contents {
        @Override
        public InputStream open(Entry entry, long offset) throws IOException {
            return layer.contents().open(entry, offset);
        }
    }

    /**
     * Takes paths, with all below them, out of it, so that the layers below are seen there again.
     *
     * @param paths clean; one that it says nothing of stays as it is
     * @param below what the layers below show
     * @throws java.nio.file.FileSystemException when it has a file in the place of a folder that
     *     leads to a path
     */
    public void revert(Collection<ByteString> paths, FileTree below) throws IOException {
        try (Upper upper = open()) {
            Reversal.run(upper, below, paths);
        }
    }

    @Override
    public Watch watch() throws IOException {
        return new Looking(this);
    }

    /** Looks at the journal, which grows with all that is written. */
    private static final class Looking implements Watch {
        private static final long PAUSE_MILLIS = 50;

        private final JournaledSnapshot of;
        private @Nullable UpperLayer last;
        private @Nullable Object key;
        private long size = -1;
        private boolean written = true;

        Looking(JournaledSnapshot of) {
            this.of = of;
        }

        /** Notes whether the journal is another one than it was when this was last asked. */
        private void look() throws IOException {
            BasicFileAttributes now =
                    Files.readAttributes(
                            of.upper().resolve(JournaledUpper.JOURNAL), BasicFileAttributes.class);
            written |= now.size() != size || !Objects.equals(key, now.fileKey());
            size = now.size();
            key = now.fileKey();
        }

        @Override
        public boolean await(long millis) throws IOException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            look();
            try {
                while (!written) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        return false;
                    }
                    Thread.sleep(Math.min(left, PAUSE_MILLIS));
                    look();
                }
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
            return true;
        }

        @Override
        public UpperLayer layer(Progress progress) throws IOException {
            UpperLayer known = last;
            look();
            if (written || known == null) {
                written = false;
                known = of.scan(last, Limits.DEFAULT, progress);
                last = known;
            }
            return known;
        }

        @Override
        public void close() {}
    }
}
