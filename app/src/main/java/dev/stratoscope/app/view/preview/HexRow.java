package dev.stratoscope.app.view.preview;

import java.util.HexFormat;

/**
 * One line of a file's bytes: offset, hex and characters.
 *
 * @param offset of the first byte, in hex
 * @param hex the bytes, a blank after each and one more in the middle of sixteen
 * @param characters printable ASCII, and a dot for each other byte
 */
public record HexRow(String offset, String hex, String characters) {
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Makes a line.
     *
     * @param offset of the first byte in the file
     * @param digits how many hex digits the offset has
     * @param bytes where the bytes are
     * @param from the first byte there
     * @param length how many there are, at most {@code width}
     * @param width how many there would be in a full line
     */
    public static HexRow of(
            long offset, int digits, byte[] bytes, int from, int length, int width) {
        StringBuilder hex = new StringBuilder(3 * width + 1);
        StringBuilder characters = new StringBuilder(width);
        for (int i = 0; i < width; i++) {
            if (i == 8) {
                hex.append(' ');
            }
            hex.append(i < length ? HEX.toHexDigits(bytes[from + i]) : "  ").append(' ');
            if (i < length) {
                byte b = bytes[from + i];
                characters.append(b >= 0x20 && b < 0x7f ? (char) b : '·');
            }
        }
        return new HexRow(HEX.toHexDigits(offset, digits), hex.toString(), characters.toString());
    }

    /** How many hex digits the offsets of a file have: at least four, and an even number. */
    public static int digits(long size) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0xffff, size - 1));
        return (bits + 7) / 8 * 2;
    }

    /** The line as text. */
    @Override
    public String toString() {
        return offset + "  " + hex + " " + characters;
    }
}
