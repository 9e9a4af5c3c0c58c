package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of PAX headers: {@code "LENGTH KEY=VALUE\n"}, values as bytes. A later record wins;
 * an empty value takes one back.
 */
final class PaxRecords {
    private static final String XATTR = "SCHILY.xattr.";
    private static final String LIBARCHIVE_XATTR = "LIBARCHIVE.xattr.";

    private final @Nullable PaxRecords global;
    private final Map<String, ByteString> values = new HashMap<>();
    private final Map<ByteString, ByteString> xattrs = new HashMap<>();
    private final Map<ByteString, ByteString> libarchiveXattrs = new HashMap<>();

    /** Offset and length in turn, of the sparse format 0.0, which repeats its keys. */
    private final List<Long> sparsePieces = new ArrayList<>();

    /**
     * No records yet.
     *
     * @param global the records of the archive that hold where these say nothing; null for those
     *     themselves
     */
    PaxRecords(@Nullable PaxRecords global) {
        this.global = global;
    }

    /**
     * Adds the records of one header.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    void add(byte[] data) {
        for (int from = 0; from < data.length; ) {
            int space = from;
            int length = 0;
            while (space < data.length && data[space] >= '0' && data[space] <= '9') {
                length = Math.min(data.length + 1, length * 10 + data[space] - '0');
                space++;
            }
            int end = from + length;
            if (space == from
                    || space >= data.length
                    || data[space] != ' '
                    || end > data.length
                    || end < space + 3
                    || data[end - 1] != '\n') {
                if (isZero(data, from)) {
                    return;
                }
                throw new IllegalArgumentException("a PAX record is malformed");
            }
            int equals = space + 1;
            while (equals < end && data[equals] != '=') {
                equals++;
            }
            boolean noKey = equals == space + 1;
            if (noKey || equals >= end - 1) {
                throw new IllegalArgumentException("a PAX record has no key or no value");
            }
            String key = new String(data, space + 1, equals - space - 1, StandardCharsets.UTF_8);
            if (key.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a PAX key has a NUL in it");
            }
            ByteString value = ByteString.of(data, equals + 1, end - 1);
            if (key.startsWith(XATTR)) {
                xattrs.put(ByteString.of(data, space + 1 + XATTR.length(), equals), value);
            } else if (key.startsWith(LIBARCHIVE_XATTR)) {
                int name = space + 1 + LIBARCHIVE_XATTR.length();
                libarchiveXattrs.put(
                        ByteString.of(unescape(data, name, equals)),
                        ByteString.of(decode(key, value)));
            } else {
                put(key, value);
            }
            from = end;
        }
    }

    private void put(String key, ByteString value) {
        if (key.equals("GNU.sparse.offset") || key.equals("GNU.sparse.numbytes")) {
            sparsePieces.add(parse(key, value.toString()));
        } else {
            values.put(key, value);
        }
    }

    /** The value of a key; null where there is none, or an empty one took it back. */
    private @Nullable ByteString value(String key) {
        ByteString own = values.get(key);
        if (own == null) {
            return global == null ? null : global.value(key);
        }
        return own.isEmpty() ? null : own;
    }

    @Nullable ByteString bytes(String key) {
        ByteString value = value(key);
        if (value == null) {
            return null;
        }
        for (byte b : value.toByteArray()) {
            if (b == 0) {
                throw new IllegalArgumentException("the PAX value of " + key + " has a NUL in it");
            }
        }
        return value;
    }

    @Nullable Long number(String key) {
        ByteString value = value(key);
        return value == null ? null : parse(key, value.toString());
    }

    List<Long> sparsePieces() {
        return sparsePieces;
    }

    /** Seconds and nanoseconds of a time such as {@code -1.5}; null where it is not given. */
    long @Nullable [] time(String key) {
        ByteString value = value(key);
        if (value == null) {
            return null;
        }
        String text = value.toString();
        int dot = text.indexOf('.');
        long seconds = parse(key, dot < 0 ? text : text.substring(0, dot));
        long nanos = 0;
        if (dot >= 0) {
            String digits = text.substring(dot + 1);
            if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("the PAX value of " + key + " is not a time");
            }
            nanos = Long.parseLong((digits + "000000000").substring(0, 9));
        }
        if (text.startsWith("-") && nanos > 0) {
            if (seconds == Long.MIN_VALUE) {
                throw new IllegalArgumentException("the PAX value of " + key + " is too small");
            }
            seconds = seconds - 1;
            nanos = 1_000_000_000 - nanos;
        }
        return new long[] {seconds, nanos};
    }

    /** Extended attributes by name, from both common key families. */
    Map<ByteString, ByteString> xattrs() {
        Map<ByteString, ByteString> found = global == null ? new HashMap<>() : global.xattrs();
        found.putAll(libarchiveXattrs);
        found.putAll(xattrs);
        return found;
    }

    /**
     * Libarchive writes a byte of a name that is no plain character as {@code %} and two digits.
     */
    private static byte[] unescape(byte[] data, int from, int to) {
        ByteArrayOutputStream name = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            int high = data[i] == '%' && i + 2 < to ? Character.digit(data[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(data[i + 2], 16);
            if (low < 0) {
                name.write(data[i]);
            } else {
                name.write(high << 4 | low);
                i += 2;
            }
        }
        return name.toByteArray();
    }

    private static byte[] decode(String key, ByteString value) {
        try {
            return Base64.getDecoder().decode(value.toString().replace("=", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the PAX value of " + key + " is not base64", e);
        }
    }

    private static long parse(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the PAX value of " + key + " is not a number", e);
        }
    }

    private static boolean isZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
