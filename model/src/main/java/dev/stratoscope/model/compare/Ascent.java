package dev.stratoscope.model.compare;

import java.util.BitSet;

/** The longest part of a sequence that only rises. */
final class Ascent {
    private Ascent() {}

    /**
     * Which of different numbers, taken together, rise and are as many as can be. The work is that
     * of sorting them.
     *
     * @return their places in the sequence
     */
    static BitSet longest(int[] numbers) {
        int[] lowestEnd = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int at = 0; at < numbers.length; at++) {
            int place = place(numbers, lowestEnd, length, numbers[at]);
            before[at] = place == 0 ? -1 : lowestEnd[place - 1];
            lowestEnd[place] = at;
            length = Math.max(length, place + 1);
        }
        BitSet chosen = new BitSet(numbers.length);
        for (int at = length == 0 ? -1 : lowestEnd[length - 1]; at >= 0; at = before[at]) {
            chosen.set(at);
        }
        return chosen;
    }

    private static int place(int[] numbers, int[] lowestEnd, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[lowestEnd[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
