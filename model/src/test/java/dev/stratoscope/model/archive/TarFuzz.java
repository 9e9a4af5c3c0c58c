package dev.stratoscope.model.archive;

import dev.stratoscope.model.Refusals;
import dev.stratoscope.model.image.Limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fuzz target: a tar is listed or refused, and the same whether its bytes come at once or in
 * pieces.
 */
public final class TarFuzz {
    private static final int MOST_READ = 1 << 16;

    private TarFuzz() {}

    /** Called by the fuzzer. An odd first byte leaves the headers' checksums as they are. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        byte[] tar = (data[0] & 1) != 0 ? rest : FuzzBytes.sealed(rest);
        List<Object> atOnce = read(new ByteArrayInputStream(tar), tar.length);
        int piece = 1 + (data[0] & 0xff) / 2;
        List<Object> inPieces =
                read(FuzzBytes.inPieces(new ByteArrayInputStream(tar), piece), tar.length);
        if (!atOnce.equals(inPieces)) {
            throw new AssertionError(atOnce + " at once, " + inPieces + " in pieces");
        }
    }

    /** The entries, and at the end how the tar ended. */
    private static List<Object> read(InputStream in, int length) {
        List<Object> found = new ArrayList<>();
        TarReader tar = new TarReader(in, Limits.DEFAULT, "some.tar");
        try {
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                check(entry, length);
                found.add(entry);
                found.add(sum(tar));
            }
            tar.drain();
            if (tar.position() != length) {
                throw new AssertionError("read " + tar.position() + " of " + length);
            }
            found.add("end");
        } catch (IOException e) {
            Refusals.check(e);
            found.add(e.getMessage());
        }
        return found;
    }

    private static void check(TarEntry entry, int length) {
        if (entry.stored() < 0 || entry.attributes().size() < 0 || entry.offset() > length) {
            throw new AssertionError("no such place: " + entry);
        }
        if (entry.sparse() == null && entry.stored() != entry.attributes().size()) {
            throw new AssertionError("not stored whole: " + entry);
        }
    }

    /** Reads the first bytes of an entry; what is left is the reader's to pass over. */
    private static int sum(TarReader tar) throws IOException {
        byte[] buffer = new byte[1 << 12];
        int sum = 0;
        int left = MOST_READ;
        for (int got = 0; left > 0 && got >= 0; left -= got) {
            got = tar.read(buffer, 0, Math.min(left, buffer.length));
            for (int i = 0; i < got; i++) {
                sum = sum * 31 + buffer[i];
            }
            if (got < 0) {
                break;
            }
        }
        return sum;
    }
}
