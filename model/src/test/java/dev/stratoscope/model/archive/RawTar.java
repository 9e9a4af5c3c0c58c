package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Limits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tars written header by header, also such as no tool would write. Text is ISO 8859-1: a character
 * a byte.
 */
final class RawTar {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A header block that can be changed before its checksum is made. */
    static final class Header {
        final byte[] block = new byte[512];

        Header(char type, String name, long size) {
            text(0, name);
            text(100, "0000644\0").text(108, "0000000\0").text(116, "0000000\0");
            text(124, String.format("%011o\0", size)).text(136, "00000000000\0");
            block[156] = (byte) type;
            text(257, "ustar\00000");
        }

        Header text(int at, String text) {
            byte[] bytes = bytes(text);
            System.arraycopy(bytes, 0, block, at, bytes.length);
            return this;
        }

        Header link(String target) {
            return text(157, target);
        }

        Header zero(int from, int to) {
            Arrays.fill(block, from, to, (byte) 0);
            return this;
        }

        Header gnu() {
            return text(257, "ustar  \0");
        }

        byte[] sealed() {
            Arrays.fill(block, 148, 156, (byte) ' ');
            int sum = 0;
            for (byte b : block) {
                sum += b & 0xff;
            }
            text(148, String.format("%06o\0 ", sum));
            return block;
        }
    }

    RawTar header(Header header) {
        out.writeBytes(header.sealed());
        return this;
    }

    /** Bytes as they are. */
    RawTar bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Bytes filled up to a block. */
    RawTar data(String text) {
        byte[] bytes = bytes(text);
        return bytes(bytes).bytes(new byte[-bytes.length & 511]);
    }

    RawTar file(String name, String text) {
        return header(new Header('0', name, text.length())).data(text);
    }

    /** An extended header. */
    RawTar extension(char type, String data) {
        return header(new Header(type, "extension", data.length())).data(data);
    }

    RawTar pax(String... keysAndValues) {
        return extension('x', records(keysAndValues));
    }

    RawTar end() {
        return bytes(new byte[1024]);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    static String records(String... keysAndValues) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String rest = " " + keysAndValues[i] + "=" + keysAndValues[i + 1] + "\n";
            int length = rest.length() + 1;
            while (Integer.toString(length).length() + rest.length() != length) {
                length++;
            }
            records.append(length).append(rest);
        }
        return records.toString();
    }

    List<TarEntry> read() throws IOException {
        return read(toByteArray(), Limits.DEFAULT);
    }

    static List<TarEntry> read(byte[] tar, Limits limits) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(tar), limits, "some.tar");
        List<TarEntry> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry);
        }
        reader.drain();
        if (reader.position() != tar.length) {
            throw new AssertionError("read " + reader.position() + " of " + tar.length);
        }
        return entries;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
