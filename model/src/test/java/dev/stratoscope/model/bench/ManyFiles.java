package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Images to measure with; the same numbers give the same bytes. */
final class ManyFiles {
    /** A file of half random bytes, which gzip makes a little smaller, as it does programs. */
    static final String BIG = "usr/lib/big";

    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");
    private static final int FOLDERS = 100;

    private ManyFiles() {}

    /** Layers of small files; one in ten replaces a file of the layer below. */
    static Path layers(Path home, int layers, int each) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            LayerDraft draft = new LayerDraft(TIME);
            for (int i = 0; i < each; i++) {
                int owner = i % 10 == 0 ? Math.max(0, layer - 1) : layer;
                String path = "srv/%02d/%02d/file-%06d.txt".formatted(owner, i % FOLDERS, i);
                draft.file(path, 0644, layer + "/" + i);
            }
            steps.add(new Step("COPY " + layer, draft.items()));
        }
        return write(home, "files-" + layers + "x" + each + ".tar", steps);
    }

    /** One layer with one big file. */
    static Path big(Path home, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        for (int i = 0; i < bytes; i += 2) {
            content[i] = (byte) (i >> 8);
        }
        LayerDraft draft = new LayerDraft(TIME).file(BIG, 0755, ByteString.of(content));
        return write(home, "big.tar", List.of(new Step("COPY big", draft.items())));
    }

    static Path gzipped(Path file) throws IOException {
        Path packed = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    private static Path write(Path home, String name, List<Step> steps) throws IOException {
        ImageDraft draft =
                new ImageDraft(
                        "bench:1",
                        new Platform("linux", "amd64", null),
                        List.of("/bin/true"),
                        List.of(),
                        Map.of(),
                        TIME,
                        steps);
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return engine.write(draft, name);
        }
    }
}
