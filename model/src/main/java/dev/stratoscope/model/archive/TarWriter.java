package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a tar: ustar headers, with PAX records for what they cannot hold, sparse files in GNU's
 * format 1.0. What was written reads back equal, and the same entries always give the same bytes.
 * Not for several threads.
 */
public final class TarWriter {
    private static final byte[] PAX_NAME = PaxHeader.text("PaxHeaders/entry");
    private static final byte[] SPARSE_NAME = PaxHeader.text("GNUSparseFile/entry");

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private long position;

    /** A writer onto a stream, which it does not close. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one entry whose content is at hand.
     *
     * @param content the {@code attributes.size()} bytes of a regular file, empty for all others
     * @throws IOException as {@link #add(ByteString, Attributes, List, InputStream)}
     */
    public void add(ByteString path, Attributes attributes, byte[] content) throws IOException {
        add(path, attributes, null, new ByteArrayInputStream(content));
    }

    /**
     * Writes one entry.
     *
     * @param path its name exactly as it shall stand in the tar: without a NUL; that of a directory
     *     customarily ends in a slash, that of a file never
     * @param attributes all the header says; only the size of a regular file counts
     * @param sparse the stored pieces of a sparse file in order; null for all others
     * @param content exactly the stored bytes of a regular file, with no zeros for holes; empty for
     *     all others; read to its end and left open
     * @return where in the tar the stored bytes begin
     * @throws ImageFormatException when there are fewer or more bytes than were announced; the tar
     *     is broken from there on
     * @throws IllegalArgumentException when no tar can hold what is said
     */
    public long add(
            ByteString path,
            Attributes attributes,
            @Nullable List<Entry.Extent> sparse,
            InputStream content)
            throws IOException {
        boolean file = attributes.type() == EntryType.FILE;
        check(path, attributes);
        long size = file ? attributes.size() : 0;
        SparseMap map = file && sparse != null ? new SparseMap(size, List.copyOf(sparse)) : null;
        byte[] mapBytes = map == null ? new byte[0] : map.toBlocks();
        long stored = map == null ? size : map.stored();
        PaxHeader pax = records(path, attributes, mapBytes.length + stored);
        if (map != null) {
            map.check(stored);
            pax.put("GNU.sparse.major", 1);
            pax.put("GNU.sparse.minor", 0);
            pax.put("GNU.sparse.name", path.toByteArray());
            pax.put("GNU.sparse.realsize", size);
        }
        byte[] records = pax.toByteArray();
        if (records.length > 0) {
            write(
                    new HeaderBlock()
                            .bytes(0, 100, PAX_NAME)
                            .octal(100, 8, 0644)
                            .octal(108, 8, 0)
                            .octal(116, 8, 0)
                            .octal(124, 12, records.length)
                            .octal(136, 12, 0)
                            .sealed('x'));
            write(records);
            pad(records.length);
        }
        byte[] name = map == null ? path.toByteArray() : SPARSE_NAME;
        write(header(name, attributes, mapBytes.length + stored));
        write(mapBytes);
        long begin = position;
        copy(path, content, stored);
        pad(stored);
        return begin;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** How many bytes were written. */
    long position() {
        return position;
    }

    /** Writes the two blocks that end a tar. */
    public void end() throws IOException {
        write(new byte[2 * TarReader.BLOCK]);
    }

    private static void check(ByteString path, Attributes said) {
        if (hasNul(path) || hasNul(said.link())) {
            throw new IllegalArgumentException(
                    "a tar cannot hold the name \"" + EntryPath.printable(path) + "\"");
        }
        boolean link = said.type() == EntryType.SYMLINK || said.type() == EntryType.HARDLINK;
        if (link == said.link().isEmpty()) {
            throw new IllegalArgumentException(
                    EntryPath.printable(path)
                            + " is a "
                            + said.type().word()
                            + (link ? " without a target" : " with a target"));
        }
        boolean slash = !path.isEmpty() && path.toByteArray()[path.length() - 1] == '/';
        if (slash && said.type() == EntryType.FILE) {
            throw new IllegalArgumentException(
                    EntryPath.printable(path) + " is a file with the name of a directory");
        }
    }

    private static PaxHeader records(ByteString path, Attributes said, long stored) {
        PaxHeader pax = new PaxHeader();
        putBytes(pax, "path", path, 100);
        putBytes(pax, "linkpath", said.link(), 100);
        putBytes(pax, "uname", said.user(), 31);
        putBytes(pax, "gname", said.group(), 31);
        putNumber(pax, "uid", said.uid(), 8);
        putNumber(pax, "gid", said.gid(), 8);
        putNumber(pax, "size", stored, 12);
        if (said.mtimeNanos() != 0) {
            pax.putTime("mtime", said.mtimeSeconds(), said.mtimeNanos());
        } else {
            putNumber(pax, "mtime", said.mtimeSeconds(), 12);
        }
        if (!HeaderBlock.holdsBase256(8, said.deviceMajor())) {
            pax.put("SCHILY.devmajor", said.deviceMajor());
        }
        if (!HeaderBlock.holdsBase256(8, said.deviceMinor())) {
            pax.put("SCHILY.devminor", said.deviceMinor());
        }
        said.xattrs().forEach(pax::putXattr);
        return pax;
    }

    private static byte[] header(byte[] name, Attributes said, long stored) {
        return new HeaderBlock()
                .bytes(0, 100, name)
                .octal(100, 8, said.mode())
                .octal(108, 8, said.uid())
                .octal(116, 8, said.gid())
                .octal(124, 12, stored)
                .octal(136, 12, said.mtimeSeconds())
                .bytes(157, 100, said.link().toByteArray())
                .bytes(265, 31, said.user().toByteArray())
                .bytes(297, 31, said.group().toByteArray())
                .number(329, 8, said.deviceMajor())
                .number(337, 8, said.deviceMinor())
                .sealed(flag(said.type()));
    }

    private static void putBytes(PaxHeader pax, String key, ByteString value, int most) {
        byte[] bytes = value.toByteArray();
        if (bytes.length > most || !isAscii(bytes)) {
            pax.put(key, bytes);
        }
    }

    private static void putNumber(PaxHeader pax, String key, long value, int length) {
        if (!HeaderBlock.holds(length, value)) {
            pax.put(key, value);
        }
    }

    private void copy(ByteString path, InputStream content, long stored) throws IOException {
        for (long left = stored; left > 0; ) {
            int got = content.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                throw new ImageFormatException(
                        EntryPath.printable(path),
                        "has " + (stored - left) + " bytes instead of " + stored);
            }
            out.write(buffer, 0, got);
            position += got;
            left -= got;
        }
        if (content.read() >= 0) {
            throw new ImageFormatException(
                    EntryPath.printable(path), "has more than its " + stored + " bytes");
        }
    }

    private void pad(long length) throws IOException {
        write(new byte[(int) (-length & (TarReader.BLOCK - 1))]);
    }

    private static char flag(EntryType type) {
        return switch (type) {
            case FILE, WHITEOUT -> '0';
            case HARDLINK -> '1';
            case SYMLINK -> '2';
            case CHARACTER_DEVICE -> '3';
            case BLOCK_DEVICE -> '4';
            case DIRECTORY -> '5';
            case FIFO -> '6';
        };
    }

    private static boolean hasNul(ByteString bytes) {
        for (byte b : bytes.toByteArray()) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
