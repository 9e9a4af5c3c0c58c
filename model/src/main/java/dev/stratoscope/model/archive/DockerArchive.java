package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.stratoscope.model.image.Conformance;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a {@code docker save} archive: a {@code manifest.json} that names configs and
 * layers by member, as classic docker, Docker 25+ (members below {@code blobs/}), podman, skopeo,
 * kaniko and jib (which writes the keys in lower case) write it.
 */
final class DockerArchive implements ImageContainer {
    static final String MANIFEST = "manifest.json";

    /** A blob's name is a claim; the name of a classic archive's config is only a name. */
    private static final Pattern NAMED_BY_DIGEST = Pattern.compile("blobs/sha256/([0-9a-f]{64})");

    /** What the config of a classic archive is called. */
    private static final Pattern NAMED_LIKE_DIGEST =
            Pattern.compile("(?:sha256:)?([0-9a-f]{64})(?:\\.json)?");

    private final Members members;
    private final Documents documents;
    private final List<JsonNode> nodes = new ArrayList<>();
    private final List<ListedImage> images = new ArrayList<>();

    private DockerArchive(Members members, Documents documents) {
        this.members = members;
        this.documents = documents;
    }

    /** Lists the images, in the order of the manifest. */
    static DockerArchive of(Members members, Documents documents, Progress progress)
            throws IOException {
        JsonNode root = documents.parse(MANIFEST, members.document(MANIFEST, documents.limits()));
        if (!root.isArray()) {
            throw new ImageFormatException(MANIFEST, "is not a list of images");
        }
        if (root.size() > documents.limits().manifests()) {
            throw new LimitException(MANIFEST, "manifests", documents.limits().manifests());
        }
        DockerArchive archive = new DockerArchive(members, documents);
        for (JsonNode node : root) {
            progress.advance(0);
            archive.add(node);
        }
        return archive;
    }

    @Override
    public List<ListedImage> images() {
        return List.copyOf(images);
    }

    private void add(JsonNode node) throws IOException {
        List<String> names = new ArrayList<>();
        field(node, "RepoTags").forEach(tag -> names.add(tag.asText()));
        ListedImage listed;
        try {
            ImageConfig config = config(node);
            listed =
                    new ListedImage(
                            images.size(),
                            images.size(),
                            Descriptor.of(MediaType.DOCKER_CONFIG, config.bytes()),
                            config.id(),
                            names,
                            config.platform(),
                            Kind.IMAGE,
                            "",
                            storedSize(node),
                            null,
                            List.of());
        } catch (ImageFormatException | LimitException e) {
            byte[] said = node.toString().getBytes(StandardCharsets.UTF_8);
            listed =
                    new ListedImage(
                            images.size(),
                            images.size(),
                            Descriptor.of(MediaType.DOCKER_CONFIG, said),
                            null,
                            names,
                            null,
                            Kind.IMAGE,
                            "",
                            -1,
                            e.getMessage(),
                            List.of());
        }
        images.add(listed);
        nodes.add(node);
    }

    @Override
    public StoredImage open(ListedImage listed, Progress progress) throws IOException {
        JsonNode node = nodes.get(listed.number());
        ImageConfig config = config(node);
        JsonNode layerNames = field(node, "Layers");
        if (layerNames.size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    MANIFEST,
                    layerNames.size()
                            + " layers for "
                            + config.diffIds().size()
                            + " diffIDs of "
                            + field(node, "Config").asText());
        }
        List<StoredLayer> layers = new ArrayList<>();
        for (int i = 0; i < layerNames.size(); i++) {
            String member = layerNames.get(i).asText();
            layers.add(new ArchiveLayer(members, member, null, config.diffIds().get(i)));
        }
        String member = field(node, "Config").asText();
        return StoredImage.of(listed, config, layers, findings(member, config));
    }

    private List<Finding> findings(String member, ImageConfig config) throws IOException {
        List<Finding> findings =
                new ArrayList<>(
                        Conformance.findings(
                                member, MediaType.DOCKER_CONFIG, config.bytes(), documents));
        Matcher name = NAMED_LIKE_DIGEST.matcher(member);
        if (name.matches() && !name.group(1).equals(config.id().hex())) {
            findings.add(
                    Finding.ofDocument(
                            Finding.Code.CONFIG_NAME,
                            Finding.Severity.INFO,
                            member,
                            "is named by another digest than its own, " + config.id()));
        }
        return findings;
    }

    private ImageConfig config(JsonNode node) throws IOException {
        JsonNode named = field(node, "Config");
        if (!named.isTextual()) {
            throw new ImageFormatException(MANIFEST, "an image has no Config");
        }
        String member = named.asText();
        byte[] bytes = members.document(member, documents.limits());
        ImageConfig config = ImageConfig.parse(member, bytes, documents);
        Matcher digest = NAMED_BY_DIGEST.matcher(member);
        if (digest.matches() && !digest.group(1).equals(config.id().hex())) {
            throw new DigestMismatchException(
                    member, "digest", new Digest("sha256", digest.group(1)), config.id());
        }
        return config;
    }

    private long storedSize(JsonNode node) {
        long size = 0;
        for (JsonNode layer : field(node, "Layers")) {
            try {
                ByteSource source = members.find(layer.asText());
                size += source == null ? 0 : source.size();
            } catch (IOException e) {
                // Opening the image will say what is wrong with the member.
                return -1;
            }
        }
        return size;
    }

    /** A field under its own name, else under that name in other cases. */
    private static JsonNode field(JsonNode node, String name) {
        JsonNode exact = node.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            if (one.getKey().equalsIgnoreCase(name)) {
                return one.getValue();
            }
        }
        return MissingNode.getInstance();
    }
}
