package dev.stratoscope.model.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What fuzz targets do with their bytes before they read them. */
final class FuzzBytes {
    private FuzzBytes() {}

    /**
     * A tar whose ustar and GNU headers have the right checksums, so that a fuzzer gets past them.
     */
    static byte[] sealed(byte[] tar) {
        byte[] sealed = tar.clone();
        for (int at = 0; at + TarReader.BLOCK <= sealed.length; at += TarReader.BLOCK) {
            if (Arrays.equals(sealed, at + 257, at + 262, USTAR, 0, USTAR.length)) {
                seal(sealed, at);
            }
        }
        return sealed;
    }

    private static final byte[] USTAR = {'u', 's', 't', 'a', 'r'};

    private static void seal(byte[] tar, int at) {
        Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
        int sum = 0;
        for (int i = at; i < at + TarReader.BLOCK; i++) {
            sum += tar[i] & 0xff;
        }
        for (int digit = 5; digit >= 0; digit--, sum >>= 3) {
            tar[at + 148 + digit] = (byte) ('0' + (sum & 7));
        }
    }

    /** A stream that gives few bytes at a time, as pipes and decompressors do. */
    static InputStream inPieces(InputStream in, int most) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                return super.read(to, at, Math.min(length, most));
            }
        };
    }
}
