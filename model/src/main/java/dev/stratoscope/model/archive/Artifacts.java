package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Manifest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Artifacts and attestations as stacks of layers, so that they are explored like images: a blob
 * that is a tar shows its entries, any other is one file. Every blob has a step that tells its
 * type.
 */
final class Artifacts {
    private Artifacts() {}

    static StoredImage open(Blobs blobs, ListedImage listed, Manifest manifest, Progress progress)
            throws IOException {
        List<StoredLayer> layers = new ArrayList<>();
        List<History> history = new ArrayList<>();
        List<Digest> digests = new ArrayList<>();
        for (Descriptor part : manifest.layers()) {
            StoredLayer layer = layer(blobs, part, progress);
            layers.add(layer);
            digests.add(layer.diffId());
            String states = part.annotations().getOrDefault(OciListing.PREDICATE, "");
            history.add(new History(null, part.mediaType().value(), "", states, false));
        }
        ImageConfig config = ImageConfig.ofArtifact(manifest.config().digest(), digests, history);
        return StoredImage.of(listed, config, layers, List.of());
    }

    private static StoredLayer layer(Blobs blobs, Descriptor part, Progress progress)
            throws IOException {
        String member = blobs.placeOf(part);
        ByteSource source = blobs.members().find(member);
        if (source != null && isTar(source)) {
            try {
                return ScannedMember.scan(
                                blobs.members(), member, part, blobs.documents().limits(), progress)
                        .layer();
            } catch (LimitException e) {
                // Fails alone, when it is asked for.
                return new ArchiveLayer(blobs.members(), member, part, part.digest());
            } catch (ImageFormatException e) {
                // What is no sound tar is shown as it lies; its digest is checked all the same.
            }
        }
        return new BlobLayer(blobs.members(), member, part, fileName(part));
    }

    /**
     * What a blob's file is called: by its title, else by what it states, else by its digest. A
     * name that is no path inside the root is not used.
     */
    private static String fileName(Descriptor part) {
        String extension = part.mediaType().value().endsWith("json") ? ".json" : "";
        String title = part.annotations().get("org.opencontainers.image.title");
        String states = part.annotations().get(OciListing.PREDICATE);
        if (title != null && isName(title)) {
            return title;
        }
        if (states != null) {
            String name = states.replaceFirst("^[a-z]+://", "") + extension;
            if (isName(name)) {
                return name;
            }
        }
        return part.digest().algorithm() + "-" + part.digest().shortHex() + extension;
    }

    private static boolean isName(String text) {
        try {
            return !EntryPath.clean(ByteString.of(text)).isEmpty() && !text.contains(".wh.");
        } catch (ImageFormatException e) {
            return false;
        }
    }

    private static boolean isTar(ByteSource source) {
        try {
            return TarHeader.looksLikeTar(Compression.plainHead(source, TarReader.BLOCK));
        } catch (IOException e) {
            // What cannot be decompressed is shown as it lies.
            return false;
        }
    }
}
