package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The PAX records of one entry being written, in the order of their keys' bytes. */
final class PaxHeader {
    private final TreeMap<ByteString, byte[]> records = new TreeMap<>();

    void put(String key, byte[] value) {
        records.put(ByteString.of(key), value);
    }

    void put(String key, long value) {
        put(key, text(Long.toString(value)));
    }

    /** A time as seconds with nine decimals. */
    void putTime(String key, long seconds, int nanos) {
        boolean negative = seconds < 0;
        String whole = negative ? "-" + -(seconds + 1) : Long.toString(seconds);
        String parts = Integer.toString(1_000_000_000 + (negative ? 1_000_000_000 - nanos : nanos));
        put(key, text(whole + "." + parts.substring(1)));
    }

    /**
     * An extended attribute.
     *
     * @throws IllegalArgumentException when its name has a byte that no key may have
     */
    void putXattr(ByteString name, ByteString value) {
        byte[] prefix = text("SCHILY.xattr.");
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(prefix);
        for (byte b : name.toByteArray()) {
            if (b == '=' || b == 0) {
                throw new IllegalArgumentException(
                        "a tar cannot hold the extended attribute " + EntryPath.printable(name));
            }
            key.write(b);
        }
        records.put(ByteString.of(key.toByteArray()), value.toByteArray());
    }

    /** The header's data; empty where no records are needed. */
    byte[] toByteArray() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Map.Entry<ByteString, byte[]> record : records.entrySet()) {
            byte[] value = record.getValue();
            all.writeBytes(text(length(record.getKey().length() + value.length + 3) + " "));
            all.writeBytes(record.getKey().toByteArray());
            all.write('=');
            all.writeBytes(value);
            all.write('\n');
        }
        return all.toByteArray();
    }

    /** A record begins with its own length, so the digits of the length count too. */
    private static int length(int rest) {
        int length = rest + Integer.toString(rest).length();
        return rest + Integer.toString(length).length();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
