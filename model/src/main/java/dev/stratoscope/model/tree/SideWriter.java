package dev.stratoscope.model.tree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers of eight bytes and byte strings with their length, one after another. */
final class SideWriter {
    private byte[] bytes = new byte[256];
    private int size;

    void number(long number) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(size, number);
        size += Long.BYTES;
    }

    void bytes(ByteString text) {
        number(text.length());
        reserve(text.length());
        System.arraycopy(text.array(), 0, bytes, size, text.length());
        size += text.length();
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        int wanted = Math.addExact(size, more);
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * wanted, Integer.MAX_VALUE - 8));
        }
    }
}
