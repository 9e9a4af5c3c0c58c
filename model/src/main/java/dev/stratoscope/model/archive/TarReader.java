package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a tar entry by entry: v7, ustar, PAX and GNU headers, sparse files, names and values as
 * bytes (POSIX.1-2008 pax; GNU tar manual, "Standard"). Nothing is allocated by what a header
 * claims beyond the limits. Not for several threads.
 */
public final class TarReader {
    static final int BLOCK = 512;

    private static final byte[] ZERO = new byte[BLOCK];

    private final InputStream in;
    private final Limits limits;
    private final String item;
    private final byte[] block = new byte[BLOCK];
    private final PaxRecords global = new PaxRecords(null);
    private long globalBytes;
    private long position;
    private long left;
    private long padding;
    private boolean ended;

    /**
     * A reader at the beginning of a tar.
     *
     * @param in the tar's bytes; closing it stays with the caller
     * @param item which tar, for messages
     */
    public TarReader(InputStream in, Limits limits, String item) {
        this.in = in;
        this.limits = limits;
        this.item = item;
    }

    /** Whether {@code head}, a file's first 512 bytes or more, is how a tar begins. */
    public static boolean isTar(byte[] head) {
        return TarHeader.looksLikeTar(head);
    }

    /** How many bytes of the tar were passed. */
    long position() {
        return position;
    }

    /** The next entry; null at the end. What was not read of the one before is passed over. */
    public @Nullable TarEntry next() throws IOException {
        PaxRecords local = null;
        ByteString longName = null;
        ByteString longLink = null;
        long headerBytes = 0;
        while (true) {
            passOver();
            long start = position;
            if (!readHeader()) {
                if (local != null || longName != null || longLink != null) {
                    throw new TarFormatException(item, start, "cut short after an extended header");
                }
                return null;
            }
            TarHeader header = TarHeader.of(block, item, start);
            if (header.isExtension()) {
                headerBytes += header.size();
                if (headerBytes > limits.headerBytes()) {
                    throw new LimitException(item, "headerBytes", limits.headerBytes());
                }
                byte[] data = readExtension(header);
                switch (header.typeFlag()) {
                    case 'L' -> longName = untilNul(data);
                    case 'K' -> longLink = untilNul(data);
                    case 'g' -> {
                        globalBytes += data.length;
                        if (globalBytes > limits.headerBytes()) {
                            throw new LimitException(item, "headerBytes", limits.headerBytes());
                        }
                        parse(global, data, start);
                    }
                    default -> {
                        local = local == null ? new PaxRecords(global) : local;
                        parse(local, data, start);
                    }
                }
                continue;
            }
            PaxRecords pax = local == null ? global : local;
            EntryHeaders headers = new EntryHeaders(header, pax, longName, longLink);
            try {
                return entry(headers);
            } catch (IllegalArgumentException e) {
                throw new TarFormatException(item, start, String.valueOf(e.getMessage()));
            }
        }
    }

    private TarEntry entry(EntryHeaders headers) throws IOException {
        left = headers.stored();
        if (left < 0) {
            throw new IllegalArgumentException("a size of " + left + " bytes");
        }
        SparseMap sparse = SparseMap.of(headers, this);
        long size = sparse == null ? headers.stored() : sparse.size();
        if (size > limits.expandedBytes()) {
            throw new LimitException(item, "expandedBytes", limits.expandedBytes());
        }
        if (sparse != null) {
            sparse.check(left);
        }
        Attributes attributes = headers.attributes(size);
        boolean file = attributes.type() == EntryType.FILE;
        return new TarEntry(
                headers.path(),
                attributes,
                position,
                left,
                sparse != null && file ? sparse.pieces() : null);
    }

    /** Reads stored bytes of the current entry; -1 at their end. */
    public int read(byte[] to, int at, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int got = in.read(to, at, (int) Math.min(length, left));
        if (got < 0) {
            throw new TarFormatException(item, position, "cut short inside an entry");
        }
        left -= got;
        position += got;
        return got;
    }

    /** Reads one more header block of an entry (old GNU sparse maps), or one block of its data. */
    byte[] readBlock(boolean ofData) throws IOException {
        byte[] more = in.readNBytes(BLOCK);
        if (more.length < BLOCK || (ofData && left < BLOCK)) {
            throw new TarFormatException(item, position, "cut short inside a sparse map");
        }
        position += BLOCK;
        if (ofData) {
            left -= BLOCK;
        }
        return more;
    }

    /** Reads on to the end of the stream: bytes after the end of a tar belong to its digest. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            position += got;
        }
    }

    private boolean readHeader() throws IOException {
        if (ended) {
            return false;
        }
        int got = in.readNBytes(block, 0, BLOCK);
        position += got;
        if (got == 0 || (got == BLOCK && isZero(block))) {
            ended = true;
            return false;
        }
        if (got < BLOCK) {
            throw new TarFormatException(item, position - got, "cut short inside a header");
        }
        return true;
    }

    private byte[] readExtension(TarHeader header) throws IOException {
        left = header.size();
        byte[] data = in.readNBytes((int) left);
        position += data.length;
        left -= data.length;
        if (left > 0) {
            throw new TarFormatException(item, position, "cut short inside an extended header");
        }
        padding = pad(header.size());
        return data;
    }

    private void passOver() throws IOException {
        long rest = left + padding;
        if (rest > 0) {
            try {
                in.skipNBytes(rest);
            } catch (EOFException e) {
                throw new TarFormatException(item, position, "cut short inside an entry");
            }
            position += rest;
        }
        left = 0;
        padding = 0;
    }

    /** Called once the stored size is known. */
    void expectPadding(long stored) {
        padding = pad(stored);
    }

    private void parse(PaxRecords records, byte[] data, long start) throws TarFormatException {
        try {
            records.add(data);
        } catch (IllegalArgumentException e) {
            throw new TarFormatException(item, start, String.valueOf(e.getMessage()));
        }
    }

    private static long pad(long size) {
        return -size & (BLOCK - 1);
    }

    private static ByteString untilNul(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        return ByteString.of(data, 0, end);
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.mismatch(bytes, ZERO) < 0;
    }
}
