package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.ReadAhead;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a compressed tar file. Which members are layers is told by a manifest that usually
 * comes last, so the one pass that lists the members also keeps small ones and reads every one that
 * looks like a layer as a layer.
 */
final class CompressedTarMembers implements Members {
    private final Path file;
    private final FileSlice stored;
    private final CompressedSource plain;
    private final Limits limits;
    private final LayerRecords records;
    private final MemberFacts facts;

    /** Why members that look like layers are none, by offset. */
    private final Map<Long, IOException> refused = new HashMap<>();

    private CompressedTarMembers(
            Path file,
            FileSlice stored,
            Compression compression,
            Limits limits,
            LayerRecords records,
            MemberFacts facts) {
        this.file = file;
        this.stored = stored;
        this.plain = new CompressedSource(stored, compression, records.cache().scratch());
        this.limits = limits;
        this.records = records;
        this.facts = facts;
    }

    static CompressedTarMembers list(
            Path file,
            Compression compression,
            Limits limits,
            LayerRecords records,
            Progress progress)
            throws IOException {
        FileSlice stored = new FileSlice(file, 0, Files.size(file));
        Stamp stamp = records.stamp(stored);
        MemberFacts known = MemberFacts.find(container(file), stamp, limits, records);
        MemberFacts facts =
                known == null ? new MemberFacts(new MemberTable(container(file), limits)) : known;
        CompressedTarMembers members =
                new CompressedTarMembers(file, stored, compression, limits, records, facts);
        if (known == null) {
            members.read(progress.child("Reading " + file.getFileName(), stored.size()));
            if (stamp != null && stamp.equals(stored.stamp())) {
                facts.keep(stamp, limits, records);
            }
        }
        members.plain.learn(facts.checkpoints());
        return members;
    }

    /**
     * One thread reads and decompresses, this one reads the members; those that are layers have
     * threads of their own.
     */
    private void read(Progress reading) throws IOException {
        Compression compression = plain.compression();
        CheckpointRecorder recorder = compression.canEnter() ? new CheckpointRecorder() : null;
        try (CountingStream counted =
                new CountingStream(new AdvancingStream(stored.open(0), reading))) {
            InputStream guarded =
                    new GuardedStream(
                            compression.plain(counted, recorder),
                            counted::count,
                            limits,
                            container());
            try (InputStream open = new ReadAhead(guarded)) {
                readMembers(open);
            }
        } catch (ImageFormatException | LimitException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageFormatException(
                    container(), "damaged " + compression.word() + " stream: " + e.getMessage(), e);
        }
        if (recorder != null) {
            facts.add(recorder.checkpoints());
        }
    }

    private void readMembers(InputStream open) throws IOException {
        TarReader tar = new TarReader(open, limits, container());
        long budget = 16L * limits.documentBytes();
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            facts.table().add(entry);
            if (entry.attributes().type() != EntryType.FILE) {
                continue;
            }
            BufferedInputStream content =
                    new BufferedInputStream(new EntryStream(tar), 2 * TarReader.BLOCK);
            content.mark(TarReader.BLOCK);
            byte[] head = content.readNBytes(TarReader.BLOCK);
            content.reset();
            boolean layer =
                    Compression.of(head) != Compression.NONE || TarHeader.looksLikeTar(head);
            if (layer) {
                scan(entry, content);
            } else if (entry.stored() <= limits.documentBytes() && entry.stored() <= budget) {
                budget -= entry.stored();
                facts.add(entry.offset(), content.readAllBytes());
            }
        }
        tar.drain();
    }

    private void scan(TarEntry entry, InputStream content) throws InterruptedIOException {
        String name = EntryPath.printable(entry.path());
        try {
            ScannedLayer scanned = LayerScan.scan(name, content, limits, Progress.NONE);
            facts.add(entry.offset(), records.keep(scanned));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            refused.put(entry.offset(), e);
        }
    }

    private static String container(Path file) {
        return file.getFileName() + "";
    }

    @Override
    public String container() {
        return container(file);
    }

    @Override
    public List<String> names() {
        return facts.table().names();
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        TarEntry entry = facts.table().find(name);
        return entry == null ? null : new Slice(entry, facts.document(entry.offset()));
    }

    @Override
    public @Nullable ScannedLayer scanned(String name) throws IOException {
        TarEntry entry = facts.table().find(name);
        if (entry == null) {
            return null;
        }
        IOException problem = refused.get(entry.offset());
        if (problem != null) {
            throw problem;
        }
        return facts.layer(entry.offset());
    }

    @Override
    public LayerRecords records() {
        return records;
    }

    @Override
    public void release() {
        plain.close();
    }

    /** The current entry's stored bytes. */
    private static final class EntryStream extends InputStream {
        private final TarReader tar;

        EntryStream(TarReader tar) {
            this.tar = tar;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return tar.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            return tar.read(to, at, length);
        }
    }

    /** A member's bytes: kept ones at once, others out of the compressed file. */
    private final class Slice implements ByteSource {
        private final TarEntry entry;
        private final byte @Nullable [] bytes;

        Slice(TarEntry entry, byte @Nullable [] bytes) {
            this.entry = entry;
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return entry.stored();
        }

        @Override
        public long entrance(long offset) {
            return bytes != null
                    ? offset
                    : Math.max(0, plain.entrance(entry.offset() + offset) - entry.offset());
        }

        @Override
        public InputStream open(long offset) throws IOException {
            ByteSource.check(offset, bytes == null ? size() : bytes.length);
            if (bytes != null) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
            return new BoundedStream(
                    plain.open(entry.offset() + offset), size() - offset, container());
        }
    }
}
