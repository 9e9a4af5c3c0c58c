package dev.stratoscope.model.tree;

import java.util.Arrays;

/** A growing list of ints without boxes. */
final class IntList {
    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size] = value;
        return size++;
    }

    void removeLast() {
        size--;
    }

    /** Keeps only the first values. */
    void cut(int length) {
        size = length;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
