package dev.stratoscope.model.archive;

import dev.stratoscope.model.Refusals;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Fuzz target: what the JDK refuses is refused, and what it inflates is inflated to the same bytes.
 * The one difference: what follows the last whole member is passed over by the JDK and, unless it
 * is zeros, refused here.
 */
public final class GzipFuzz {
    private static final int MOST = 1 << 20;

    private GzipFuzz() {}

    /** Called by the fuzzer. The first byte is how many bytes come at a time. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int piece = 1 + (data[0] & 0xff);
        byte[] gzip = Arrays.copyOfRange(data, 1, data.length);
        Inflated theirs = Inflated.of(() -> new GZIPInputStream(stream(gzip)), 4096);
        Inflated ours = ours(gzip, piece);
        if (ours.refusal() != null) {
            Refusals.check(ours.refusal());
        }
        if (theirs.refusal() != null) {
            if (ours.refusal() == null) {
                throw new AssertionError("the JDK refuses", theirs.refusal());
            }
        } else if (ours.refusal() == null
                ? !Arrays.equals(ours.bytes(), theirs.bytes())
                : !hasPrefix(gzip, theirs.bytes())) {
            throw new AssertionError(
                    ours.bytes().length + " bytes, the JDK: " + theirs.bytes().length,
                    ours.refusal());
        }
    }

    /** Whether the bytes begin with a gzip file of this content. */
    private static boolean hasPrefix(byte[] gzip, byte[] content) {
        for (int end = gzip.length - 1; end > 0; end--) {
            Inflated prefix = ours(Arrays.copyOf(gzip, end), MOST);
            if (prefix.refusal() == null && Arrays.equals(prefix.bytes(), content)) {
                return true;
            }
        }
        return false;
    }

    private static Inflated ours(byte[] gzip, int piece) {
        return Inflated.of(() -> new GzipStream(FuzzBytes.inPieces(stream(gzip), piece)), piece);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one comparison
    private record Inflated(byte[] bytes, @Nullable IOException refusal) {
        static Inflated of(Opening opening, int piece) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (InputStream in = opening.open()) {
                byte[] buffer = new byte[piece];
                while (all.size() < MOST) {
                    int got = in.read(buffer, 0, Math.min(piece, MOST - all.size()));
                    if (got < 0) {
                        break;
                    }
                    all.write(buffer, 0, got);
                }
                return new Inflated(all.toByteArray(), null);
            } catch (IOException e) {
                return new Inflated(all.toByteArray(), e);
            }
        }
    }
}
