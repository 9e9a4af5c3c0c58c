package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Manifest;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The images of an OCI image layout, as a folder or in a tar (image-spec, image-layout.md). */
final class OciLayout {
    static final String INDEX = "index.json";
    static final String MARK = "oci-layout";

    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String FULL_NAME = "io.containerd.image.name";
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";
    private static final int MOST_NESTING = 8;

    private final Members members;
    private final Documents documents;
    private final Set<Digest> seen = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private int listed;

    private OciLayout(Members members, Documents documents) {
        this.members = members;
        this.documents = documents;
    }

    /**
     * A manifest that the index leads to.
     *
     * @param manifest its descriptor
     * @param names the names given on the way to it
     */
    record Candidate(Descriptor manifest, List<String> names) {}

    /**
     * The manifests of images, in the order of the index; nested indexes in place, attestations
     * left out.
     */
    static List<Candidate> candidates(Members members, Documents documents) throws IOException {
        OciLayout layout = new OciLayout(members, documents);
        layout.checkVersion();
        layout.follow(
                documents.index(INDEX, members.document(INDEX, documents.limits())), List.of(), 0);
        return layout.candidates;
    }

    /** The image of one manifest, its documents verified; layers are not read. */
    static Image image(Members members, Documents documents, Candidate candidate)
            throws IOException {
        OciLayout layout = new OciLayout(members, documents);
        String item = path(candidate.manifest().digest());
        Manifest manifest = documents.manifest(item, layout.verified(candidate.manifest()));
        String configItem = path(manifest.config().digest());
        String configType = manifest.config().mediaType().value();
        if (!manifest.config().mediaType().isConfig() && !configType.isEmpty()) {
            throw new ImageFormatException(
                    configItem, "is of type " + configType + ", so this is no image to run");
        }
        ImageConfig config =
                ImageConfig.parse(configItem, layout.verified(manifest.config()), documents);
        if (manifest.layers().size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    item,
                    manifest.layers().size()
                            + " layers for "
                            + config.diffIds().size()
                            + " diffIDs of its config");
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < manifest.layers().size(); i++) {
            Descriptor layer = manifest.layers().get(i);
            layers.add(
                    new ArchiveLayer(
                            members, path(layer.digest()), layer, config.diffIds().get(i)));
        }
        return new Image(candidate.manifest(), config, layers, candidate.names());
    }

    private void checkVersion() throws IOException {
        if (members.find(MARK) == null) {
            return;
        }
        JsonNode mark = documents.parse(MARK, members.document(MARK, documents.limits()));
        String version = mark.path("imageLayoutVersion").asText();
        if (!version.startsWith("1.0.")) {
            throw new ImageFormatException(MARK, "layout version \"" + version + "\" is not known");
        }
    }

    private void follow(List<Descriptor> index, List<String> above, int depth) throws IOException {
        listed += index.size();
        int most = documents.limits().manifests();
        if (listed > most) {
            throw new LimitException(members.container(), "manifests", most);
        }
        for (Descriptor descriptor : index) {
            if (descriptor.annotations().containsKey(REFERENCE_TYPE) || isUnknown(descriptor)) {
                continue;
            }
            List<String> names = names(descriptor, above);
            if (!descriptor.mediaType().isIndex()) {
                candidates.add(new Candidate(descriptor, names));
                continue;
            }
            if (depth == MOST_NESTING || !seen.add(descriptor.digest())) {
                throw new ImageFormatException(
                        path(descriptor.digest()), "indexes are nested too deep or in a circle");
            }
            byte[] bytes = verified(descriptor);
            follow(documents.index(path(descriptor.digest()), bytes), names, depth + 1);
        }
    }

    private byte[] verified(Descriptor descriptor) throws IOException {
        String item = path(descriptor.digest());
        ByteSource source = members.find(item);
        if (source != null && source.size() != descriptor.size()) {
            throw new ImageFormatException(
                    item, source.size() + " bytes long, not " + descriptor.size());
        }
        byte[] bytes = members.document(item, documents.limits());
        Digest actual = descriptor.digest().withHash(descriptor.digest().newHasher().digest(bytes));
        if (!actual.equals(descriptor.digest())) {
            throw new DigestMismatchException(item, "digest", descriptor.digest(), actual);
        }
        return bytes;
    }

    private static List<String> names(Descriptor descriptor, List<String> above) {
        List<String> names = new ArrayList<>(above);
        for (String key : List.of(FULL_NAME, REF_NAME)) {
            String name = descriptor.annotations().get(key);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isUnknown(Descriptor descriptor) {
        @Nullable Platform platform = descriptor.platform();
        return platform != null
                && platform.os().equals("unknown")
                && platform.architecture().equals("unknown");
    }

    /** The place of a blob in a layout. */
    static String path(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }
}
