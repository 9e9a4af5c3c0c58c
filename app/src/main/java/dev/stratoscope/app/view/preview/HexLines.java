package dev.stratoscope.app.view.preview;

import java.util.AbstractList;
import java.util.HexFormat;

/** Bytes as lines of offset, hex and characters, made as they are looked at. */
final class HexLines extends AbstractList<String> {
    private static final int WIDTH = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    HexLines(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public String get(int index) {
        int from = index * WIDTH;
        int to = Math.min(bytes.length, from + WIDTH);
        StringBuilder line = new StringBuilder(HEX.toHexDigits(from).substring(2)).append("  ");
        for (int i = from; i < from + WIDTH; i++) {
            line.append(i < to ? HEX.toHexDigits(bytes[i]) : "  ").append(' ');
        }
        line.append(' ');
        for (int i = from; i < to; i++) {
            line.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '·');
        }
        return line.toString();
    }

    @Override
    public int size() {
        return (bytes.length + WIDTH - 1) / WIDTH;
    }
}
