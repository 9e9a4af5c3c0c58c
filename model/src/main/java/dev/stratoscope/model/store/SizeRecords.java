package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sizes of the layers of each image, a small file an image: one line a layer, and the digest of
 * the lines. One that is missing or damaged is made again by reading the layers.
 */
final class SizeRecords {
    private static final String HEAD = "sizes 1";

    private final StoreFolder folder;

    SizeRecords(StoreFolder folder) {
        this.folder = folder;
    }

    /** The sizes of the layers of an image, bottom first; null when they are not known. */
    @Nullable List<LayerSizes> find(Digest manifest, int layers) {
        String text;
        try {
            text = Files.readString(file(manifest), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
        List<String> lines = text.lines().toList();
        if (lines.size() != layers + 2 || !text.equals(sealed(lines.subList(0, layers + 1)))) {
            return null;
        }
        List<LayerSizes> sizes = new ArrayList<>();
        for (String line : lines.subList(1, layers + 1)) {
            int space = line.indexOf(' ');
            sizes.add(
                    new LayerSizes(
                            Long.parseLong(line.substring(0, space)),
                            Long.parseLong(line.substring(space + 1))));
        }
        return sizes;
    }

    /** Keeps what was found; where that is not possible, it is found again another time. */
    void keep(Digest manifest, List<LayerSizes> sizes) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        sizes.forEach(one -> lines.add(one.content() + " " + one.tar()));
        Path fresh = folder.ingest().resolve("sizes." + UUID.randomUUID());
        try {
            Files.writeString(fresh, sealed(lines), StandardCharsets.ISO_8859_1);
            Files.move(fresh, file(manifest), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(fresh);
        }
    }

    private static void discard(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            // The next sweep finds it.
        }
    }

    /** Removes the records of images that are not listed any more. */
    void sweep(Set<String> manifests) throws IOException {
        if (!Files.isDirectory(folder.sizes())) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.sizes())) {
            files = listed.toList();
        }
        for (Path file : files) {
            if (!manifests.contains(file.getFileName() + "")) {
                Files.deleteIfExists(file);
            }
        }
    }

    static String name(Digest manifest) {
        return manifest.algorithm() + "-" + manifest.hex();
    }

    private Path file(Digest manifest) {
        return folder.sizes().resolve(name(manifest));
    }

    private static String sealed(List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        return text + Digest.sha256(text.getBytes(StandardCharsets.ISO_8859_1)).hex() + "\n";
    }
}
