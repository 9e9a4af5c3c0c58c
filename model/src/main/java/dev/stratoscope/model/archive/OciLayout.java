package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Conformance;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Manifest;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Images whose manifests are blobs: an OCI image layout, as a folder or in a tar (image-spec,
 * image-layout.md), or the folder that skopeo writes as {@code dir:}.
 */
final class OciLayout implements ImageContainer {
    static final String INDEX = "index.json";
    static final String MARK = "oci-layout";

    private final Blobs blobs;
    private final List<ListedImage> images;
    private final List<Finding> findings;

    private OciLayout(Blobs blobs, List<ListedImage> images, List<Finding> findings) {
        this.blobs = blobs;
        this.images = images;
        this.findings = findings;
    }

    /** Lists the images of a layout. */
    static OciLayout of(Members members, Documents documents, Progress progress)
            throws IOException {
        checkVersion(members, documents);
        byte[] index = members.document(INDEX, documents.limits());
        Blobs blobs = Blobs.ofLayout(members, documents);
        List<ListedImage> images =
                new OciListing(blobs, progress).list(documents.index(INDEX, index));
        List<Finding> findings = new ArrayList<>(markFindings(members, documents));
        findings.addAll(Conformance.findings(INDEX, MediaType.OCI_INDEX, index, documents));
        return new OciLayout(blobs, images, findings);
    }

    /** Lists the images that some descriptors lead to, whatever the layout's own index says. */
    static OciLayout ofEntries(
            Members members, List<Descriptor> entries, Documents documents, Progress progress)
            throws IOException {
        Blobs blobs = Blobs.ofLayout(members, documents);
        return new OciLayout(blobs, new OciListing(blobs, progress).list(entries), List.of());
    }

    /** Lists the images of skopeo's {@code dir:}, whose {@code manifest.json} may be an index. */
    static OciLayout ofDirectory(Members members, Documents documents, Progress progress)
            throws IOException {
        String item = DockerArchive.MANIFEST;
        byte[] bytes = members.document(item, documents.limits());
        JsonNode root = documents.parse(item, bytes);
        if (root.path("schemaVersion").asInt() == 1) {
            throw new ImageFormatException(
                    item, "is of docker's schema 1, which no longer tells layers apart by content");
        }
        if (root.has("manifests")) {
            Blobs blobs = Blobs.ofDirectory(members, documents);
            List<ListedImage> images =
                    new OciListing(blobs, progress).list(documents.index(item, bytes));
            return new OciLayout(blobs, images, List.of());
        }
        MediaType type = new MediaType(root.path("mediaType").asText(""));
        Descriptor only = Descriptor.of(type, bytes);
        Blobs blobs = Blobs.ofDirectory(members, documents, only.digest());
        return new OciLayout(blobs, new OciListing(blobs, progress).list(List.of(only)), List.of());
    }

    @Override
    public List<ListedImage> images() {
        return images;
    }

    @Override
    public StoredImage open(ListedImage listed, Progress progress) throws IOException {
        String item = blobs.placeOf(listed.manifest());
        byte[] bytes = blobs.manifest(listed.manifest());
        Manifest manifest = blobs.documents().manifest(item, bytes);
        return listed.kind() == Kind.IMAGE
                ? image(listed, bytes, manifest)
                : Artifacts.open(blobs, listed, manifest, progress);
    }

    @Override
    public OriginalImage original(ListedImage listed, Progress progress) throws IOException {
        return new OriginalImage(
                open(listed, progress), ByteString.of(blobs.manifest(listed.manifest())));
    }

    private StoredImage image(ListedImage listed, byte[] bytes, Manifest manifest)
            throws IOException {
        Documents documents = blobs.documents();
        String item = blobs.placeOf(listed.manifest());
        String configItem = blobs.placeOf(manifest.config());
        ImageConfig config =
                ImageConfig.parse(configItem, blobs.document(manifest.config()), documents);
        if (manifest.layers().size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    item,
                    manifest.layers().size()
                            + " layers for "
                            + config.diffIds().size()
                            + " diffIDs of its config");
        }
        List<StoredLayer> layers = new ArrayList<>();
        for (int i = 0; i < manifest.layers().size(); i++) {
            Descriptor layer = manifest.layers().get(i);
            Digest diffId = config.diffIds().get(i);
            layers.add(new ArchiveLayer(blobs.members(), blobs.placeOf(layer), layer, diffId));
        }
        List<Finding> all = new ArrayList<>(findings);
        MediaType type = listed.manifest().mediaType();
        all.addAll(Conformance.findings(item, type, bytes, documents));
        all.addAll(
                Conformance.findings(configItem, MediaType.OCI_CONFIG, config.bytes(), documents));
        return StoredImage.of(listed, config, layers, all);
    }

    private static List<Finding> markFindings(Members members, Documents documents)
            throws IOException {
        if (members.find(MARK) != null) {
            byte[] mark = members.document(MARK, documents.limits());
            return Conformance.findings(MARK, MediaType.OCI_LAYOUT, mark, documents);
        }
        return List.of(
                Finding.ofDocument(
                        Finding.Code.SCHEMA,
                        Finding.Severity.WARNING,
                        MARK,
                        "is missing from " + members.container()));
    }

    private static void checkVersion(Members members, Documents documents) throws IOException {
        if (members.find(MARK) == null) {
            return;
        }
        JsonNode mark = documents.parse(MARK, members.document(MARK, documents.limits()));
        String version = mark.path("imageLayoutVersion").asText();
        if (!version.startsWith("1.0.")) {
            throw new ImageFormatException(MARK, "layout version \"" + version + "\" is not known");
        }
    }
}
