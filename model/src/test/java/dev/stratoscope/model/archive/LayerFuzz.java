package dev.stratoscope.model.archive;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.Refusals;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Fuzz target: bytes that say they are a layer are indexed or refused, and a tar gives the same
 * index however it is packed.
 */
public final class LayerFuzz {
    private static final Limits LIMITS = Limits.DEFAULT.with("expandedBytes", 16 << 20);

    private LayerFuzz() {}

    /** Called by the fuzzer. The first byte says what to do with the rest. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        switch (data[0] & 3) {
            case 0 -> scan(rest);
            case 1 -> scan(FuzzBytes.sealed(rest));
            case 2 -> packed(FuzzBytes.sealed(rest), Packing.GZIP);
            default -> packed(FuzzBytes.sealed(rest), Packing.ZSTD);
        }
    }

    private static void packed(byte[] tar, Packing packing) throws IOException {
        if (Compression.of(tar) != Compression.NONE) {
            return;
        }
        Object plain = scan(tar);
        Object packed = scan(packing.pack(tar));
        if (!plain.equals(packed)) {
            throw new AssertionError(plain + " plain, " + packed + " by " + packing);
        }
    }

    /** What is told of the layer: its diffID and nodes, or that it was refused. */
    private static Object scan(byte[] stored) {
        try {
            ScannedLayer layer =
                    LayerScan.scan(
                            "layer", new ByteArrayInputStream(stored), LIMITS, Progress.NONE);
            if (!layer.blob().digest().equals(Digest.sha256(stored))) {
                throw new AssertionError("not all bytes were read");
            }
            return layer.diffId() + " " + layer.index().size() + " " + layer.index().findings();
        } catch (IOException e) {
            Refusals.check(e);
            return "refused";
        }
    }
}
