package dev.stratoscope.model.archive;

import dev.stratoscope.model.archive.IndexCache.Kind;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass over a compressed archive found: its members, small ones whole, layers as layers,
 * and where it can be entered. Members are told apart by their offset in the plain archive. Once it
 * is complete, safe for use by many threads.
 */
final class MemberFacts {
    private final MemberTable table;
    private final Map<Long, byte[]> documents = new TreeMap<>();
    private final Map<Long, ScannedLayer> layers = new TreeMap<>();
    private @Nullable Checkpoints checkpoints;

    /** Nothing but the members of a table, to which more may be added. */
    MemberFacts(MemberTable table) {
        this.table = table;
    }

    MemberTable table() {
        return table;
    }

    /** Adds the bytes of a small member. */
    void add(long offset, byte[] document) {
        documents.put(offset, document);
    }

    /** Adds a member that is a layer. */
    void add(long offset, ScannedLayer layer) {
        layers.put(offset, layer);
    }

    /** Adds where the archive can be entered. */
    void add(Checkpoints found) {
        checkpoints = found;
    }

    byte @Nullable [] document(long offset) {
        return documents.get(offset);
    }

    @Nullable ScannedLayer layer(long offset) {
        return layers.get(offset);
    }

    @Nullable Checkpoints checkpoints() {
        return checkpoints;
    }

    /** What is known of an archive; null when it has to be read, or has no stamp. */
    static @Nullable MemberFacts find(
            String container, @Nullable Stamp stamp, Limits limits, LayerRecords records) {
        return stamp == null
                ? null
                : records.seen(
                        Kind.MEMBERS,
                        stamp,
                        limits,
                        in -> read(in, new MemberTable(container, limits), stamp, records));
    }

    /** Keeps all of it for whoever opens the same archive. */
    void keep(Stamp stamp, Limits limits, LayerRecords records) {
        Checkpoints found = checkpoints;
        if (found != null) {
            checkpoints = records.keep(stamp.version(), found);
        }
        records.see(Kind.MEMBERS, stamp, limits, out -> write(out, records));
    }

    private void write(DataOutput out, LayerRecords records) throws IOException {
        out.writeInt(table.entries().size());
        for (TarEntry entry : table.entries()) {
            writeBytes(out, entry.path().toByteArray());
            out.writeUTF(entry.attributes().type().name());
            writeBytes(out, entry.attributes().link().toByteArray());
            out.writeLong(entry.offset());
            out.writeLong(entry.stored());
        }
        out.writeInt(documents.size());
        for (Map.Entry<Long, byte[]> document : documents.entrySet()) {
            out.writeLong(document.getKey());
            writeBytes(out, document.getValue());
        }
        out.writeInt(layers.size());
        for (Map.Entry<Long, ScannedLayer> layer : layers.entrySet()) {
            out.writeLong(layer.getKey());
            records.writeLayer(out, layer.getValue());
        }
        out.writeBoolean(checkpoints != null);
    }

    private static @Nullable MemberFacts read(
            DataInputStream in, MemberTable table, Stamp stamp, LayerRecords records)
            throws IOException {
        MemberFacts read = new MemberFacts(table);
        for (int left = in.readInt(); left > 0; left--) {
            ByteString path = ByteString.of(readBytes(in));
            EntryType type = EntryType.valueOf(in.readUTF());
            ByteString link = ByteString.of(readBytes(in));
            long offset = in.readLong();
            long stored = in.readLong();
            if (offset < 0 || stored < 0 || stored > Long.MAX_VALUE - offset) {
                throw new EOFException();
            }
            table.add(new TarEntry(path, said(type, link), offset, stored, null));
        }
        for (int left = in.readInt(); left > 0; left--) {
            read.add(in.readLong(), readBytes(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            long offset = in.readLong();
            ScannedLayer layer = records.readLayer(in);
            if (layer == null) {
                return null;
            }
            read.add(offset, layer);
        }
        if (in.readBoolean()) {
            MemorySegment kept = records.cache().find(Kind.CHECKPOINTS, stamp.version());
            if (kept == null) {
                return null;
            }
            read.add(Checkpoints.of(kept));
        }
        return read;
    }

    /** What is asked of a member beside its bytes. */
    private static Attributes said(EntryType type, ByteString link) {
        return new Attributes(type, 0, 0, 0, "", "", 0, 0, 0, link, 0, 0, Map.of());
    }

    private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException();
        }
        return in.readNBytes(length);
    }
}
