package dev.stratoscope.model.archive;

import java.util.Random;

/** Bytes that compress about as files do: words, repeated and new, and noise. */
final class Plain {
    private Plain() {}

    static byte[] some(int length, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int run = Math.min(length - at, 1 + random.nextInt(400));
            int kind = random.nextInt(4);
            int back = at == 0 ? 0 : 1 + random.nextInt(Math.min(at, 30_000));
            for (int i = 0; i < run; i++, at++) {
                bytes[at] =
                        kind < 2 && back > 0
                                ? bytes[at - back]
                                : (byte) (kind == 2 ? 'a' + random.nextInt(16) : random.nextInt());
            }
        }
        return bytes;
    }
}
