package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tar: ustar headers, with PAX records for what they cannot hold. The same entries always
 * give the same bytes. Not for several threads.
 */
public final class TarWriter {
    private static final long MOST_OCTAL = 077777777777L;
    private static final long MOST_OWNER = 07777777L;

    private final OutputStream out;

    /** A writer onto a stream, which it does not close. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one entry; {@code content} has the {@code attributes.size()} bytes of a regular file
     * and is else empty.
     */
    public void add(ByteString path, Attributes attributes, byte[] content) throws IOException {
        byte[] name = path.toByteArray();
        if (attributes.type() == EntryType.DIRECTORY) {
            name = Arrays.copyOf(name, name.length + 1);
            name[name.length - 1] = '/';
        }
        byte[] records = records(name, attributes);
        if (records.length > 0) {
            byte[] block = new byte[TarReader.BLOCK];
            put(block, 0, 100, "PaxHeaders/entry".getBytes(StandardCharsets.US_ASCII));
            finish(block, 'x', 0644, 0, 0, records.length, 0);
            out.write(block);
            writePadded(records);
        }
        byte[] block = new byte[TarReader.BLOCK];
        put(block, 0, 100, name);
        put(block, 157, 100, attributes.link().toByteArray());
        put(block, 265, 31, attributes.user().getBytes(StandardCharsets.UTF_8));
        put(block, 297, 31, attributes.group().getBytes(StandardCharsets.UTF_8));
        octal(block, 329, 8, attributes.deviceMajor());
        octal(block, 337, 8, attributes.deviceMinor());
        finish(
                block,
                flag(attributes.type()),
                attributes.mode(),
                attributes.uid(),
                attributes.gid(),
                attributes.size(),
                attributes.mtimeSeconds());
        out.write(block);
        writePadded(content);
    }

    /** Writes the two blocks that end a tar. */
    public void end() throws IOException {
        out.write(new byte[2 * TarReader.BLOCK]);
    }

    private static byte[] records(byte[] name, Attributes attributes) {
        TreeMap<String, byte[]> records = new TreeMap<>();
        byte[] link = attributes.link().toByteArray();
        if (name.length > 100 || !isAscii(name)) {
            records.put("path", name);
        }
        if (link.length > 100 || !isAscii(link)) {
            records.put("linkpath", link);
        }
        putNumber(records, "uid", attributes.uid(), MOST_OWNER);
        putNumber(records, "gid", attributes.gid(), MOST_OWNER);
        putNumber(records, "size", attributes.size(), MOST_OCTAL);
        long seconds = attributes.mtimeSeconds();
        if (attributes.mtimeNanos() != 0) {
            records.put("mtime", ascii(time(seconds, attributes.mtimeNanos())));
        } else {
            putNumber(records, "mtime", seconds, MOST_OCTAL);
        }
        putText(records, "uname", attributes.user());
        putText(records, "gname", attributes.group());
        attributes
                .xattrs()
                .forEach((key, value) -> records.put("SCHILY.xattr." + key, value.toByteArray()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        records.forEach((key, value) -> all.writeBytes(record(key, value)));
        return all.toByteArray();
    }

    private static String time(long seconds, int nanos) {
        if (seconds >= 0) {
            return String.format("%d.%09d", seconds, nanos);
        }
        return String.format("-%d.%09d", -(seconds + 1), 1_000_000_000 - nanos);
    }

    private static void putNumber(Map<String, byte[]> records, String key, long value, long most) {
        if (value < 0 || value > most) {
            records.put(key, ascii(Long.toString(value)));
        }
    }

    private static void putText(Map<String, byte[]> records, String key, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 31 || !isAscii(bytes)) {
            records.put(key, bytes);
        }
    }

    /** A record begins with its own length, so the length of the length counts too. */
    private static byte[] record(String key, byte[] value) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        int rest = name.length + value.length + 3;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        ByteArrayOutputStream record = new ByteArrayOutputStream(length);
        record.writeBytes(ascii(length + " "));
        record.writeBytes(name);
        record.write('=');
        record.writeBytes(value);
        record.write('\n');
        return record.toByteArray();
    }

    private static void finish(
            byte[] block, char flag, int mode, long uid, long gid, long size, long mtime) {
        octal(block, 100, 8, mode);
        octal(block, 108, 8, uid >= 0 && uid <= MOST_OWNER ? uid : 0);
        octal(block, 116, 8, gid >= 0 && gid <= MOST_OWNER ? gid : 0);
        octal(block, 124, 12, size <= MOST_OCTAL ? size : 0);
        octal(block, 136, 12, mtime >= 0 && mtime <= MOST_OCTAL ? mtime : 0);
        block[156] = (byte) flag;
        put(block, 257, 8, new byte[] {'u', 's', 't', 'a', 'r', 0, '0', '0'});
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, 8, ascii(String.format("%06o\0 ", sum)));
    }

    private void writePadded(byte[] bytes) throws IOException {
        out.write(bytes);
        out.write(new byte[-bytes.length & (TarReader.BLOCK - 1)]);
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

    /** Octal digits, or base-256 where they do not hold the value. */
    private static void octal(byte[] block, int at, int length, long value) {
        if (value < 0 || value >= 1L << (3 * (length - 1))) {
            for (int i = length - 1; i > 0; i--) {
                block[at + i] = (byte) (value >> (8 * Math.min(7, length - 1 - i)));
            }
            block[at] = (byte) (value < 0 ? 0xff : 0x80);
            return;
        }
        put(block, at, length - 1, ascii(String.format("%0" + (length - 1) + "o", value)));
    }

    private static void put(byte[] block, int at, int length, byte[] bytes) {
        System.arraycopy(bytes, 0, block, at, Math.min(length, bytes.length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
