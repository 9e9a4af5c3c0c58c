package dev.stratoscope.model.image;

import dev.stratoscope.model.Refusals;

import java.io.IOException;
import java.util.Arrays;

/** Fuzz target: JSON documents of every kind are read or refused. */
public final class DocumentsFuzz {
    private static final Documents DOCUMENTS =
            new Documents(Limits.DEFAULT.with("documentDepth", 20).with("layers", 10));

    private DocumentsFuzz() {}

    /** Called by the fuzzer. The first byte says which kind the rest is. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] json = Arrays.copyOfRange(data, 1, data.length);
        try {
            switch (data[0] & 3) {
                case 0 -> DOCUMENTS.manifest("m", json).layers().forEach(DocumentsFuzz::check);
                case 1 -> DOCUMENTS.index("i", json).forEach(DocumentsFuzz::check);
                case 2 -> check(ImageConfig.parse("c", json, DOCUMENTS));
                default -> DOCUMENTS.parse("p", json);
            }
        } catch (IOException e) {
            Refusals.check(e);
        }
    }

    private static void check(Descriptor descriptor) {
        Digest digest = descriptor.digest();
        boolean fits = digest.hex().length() == 2 * digest.newHasher().getDigestLength();
        if (!fits || !digest.hex().matches("[0-9a-f]+") || descriptor.size() < 0) {
            throw new AssertionError("should not be a descriptor: " + descriptor);
        }
    }

    private static void check(ImageConfig config) {
        config.created();
        config.platform();
        if (config.history().stream().filter(step -> !step.emptyLayer()).count()
                > config.diffIds().size()) {
            throw new AssertionError("more steps than layers");
        }
    }
}
