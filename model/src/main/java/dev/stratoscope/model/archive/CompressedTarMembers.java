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
import java.io.FileInputStream;
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
    private final Compression compression;
    private final MemberTable table;
    private final Map<Long, byte[]> kept = new HashMap<>();
    private final Map<Long, ScannedLayer> layers = new HashMap<>();
    private final Map<Long, IOException> refused = new HashMap<>();

    private CompressedTarMembers(Path file, Compression compression, Limits limits) {
        this.file = file;
        this.compression = compression;
        this.table = new MemberTable(file.getFileName() + "", limits);
    }

    static CompressedTarMembers list(
            Path file, Compression compression, Limits limits, Progress progress)
            throws IOException {
        CompressedTarMembers members = new CompressedTarMembers(file, compression, limits);
        Progress reading = progress.child("Reading " + file.getFileName(), Files.size(file));
        try (InputStream in = new FileInputStream(file.toFile())) {
            members.read(new AdvancingStream(in, reading), limits);
        } catch (ImageFormatException | LimitException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageFormatException(
                    members.container(),
                    "damaged " + compression.word() + " stream: " + e.getMessage(),
                    e);
        }
        return members;
    }

    private void read(InputStream stored, Limits limits) throws IOException {
        DigestingStream counted = new DigestingStream(stored);
        InputStream guarded =
                new GuardedStream(compression.plain(counted), counted::count, limits, container());
        try (InputStream plain = new ReadAhead(guarded)) {
            readMembers(plain, limits);
        }
    }

    private void readMembers(InputStream plain, Limits limits) throws IOException {
        TarReader tar = new TarReader(plain, limits, container());
        long budget = 16L * limits.documentBytes();
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            table.add(entry);
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
                scan(entry, content, limits);
            } else if (entry.stored() <= limits.documentBytes() && entry.stored() <= budget) {
                budget -= entry.stored();
                kept.put(entry.offset(), content.readAllBytes());
            }
        }
        tar.drain();
    }

    private void scan(TarEntry entry, InputStream content, Limits limits)
            throws InterruptedIOException {
        String name = EntryPath.printable(entry.path());
        try {
            layers.put(entry.offset(), LayerScan.scan(name, content, limits, Progress.NONE));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            refused.put(entry.offset(), e);
        }
    }

    @Override
    public String container() {
        return file.getFileName() + "";
    }

    @Override
    public List<String> names() {
        return table.names();
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        TarEntry entry = table.find(name);
        return entry == null ? null : new Slice(file, compression, entry, kept.get(entry.offset()));
    }

    @Override
    public @Nullable ScannedLayer scanned(String name) throws IOException {
        TarEntry entry = table.find(name);
        if (entry == null) {
            return null;
        }
        IOException problem = refused.get(entry.offset());
        if (problem != null) {
            throw problem;
        }
        return layers.get(entry.offset());
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

    /** A member's bytes: kept ones at once, others by reading the file again up to them. */
    private static final class Slice implements ByteSource {
        private final Path file;
        private final Compression compression;
        private final TarEntry entry;
        private final byte @Nullable [] bytes;

        Slice(Path file, Compression compression, TarEntry entry, byte @Nullable [] bytes) {
            this.file = file;
            this.compression = compression;
            this.entry = entry;
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return entry.stored();
        }

        @Override
        public InputStream open(long offset) throws IOException {
            if (bytes != null) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
            InputStream plain =
                    compression.open(
                            new FileSlice(file, 0, Files.size(file)), entry.offset() + offset);
            return new BoundedStream(plain, size() - offset, file.getFileName() + "");
        }
    }
}
