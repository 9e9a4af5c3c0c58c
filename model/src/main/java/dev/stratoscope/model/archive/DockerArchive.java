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
import dev.stratoscope.model.image.MediaType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a {@code docker save} archive: a {@code manifest.json} that names configs and
 * layers by member, as classic docker, Docker 25+ (members below {@code blobs/}), podman and skopeo
 * write it.
 */
final class DockerArchive {
    static final String MANIFEST = "manifest.json";

    /** A blob's name is a claim; the name of a classic archive's config is only a name. */
    private static final Pattern NAMED_BY_DIGEST = Pattern.compile("blobs/sha256/([0-9a-f]{64})");

    private DockerArchive() {}

    /** All images, in the order of the manifest. */
    static List<Image> images(Members members, Documents documents) throws IOException {
        JsonNode root = documents.parse(MANIFEST, members.document(MANIFEST, documents.limits()));
        if (!root.isArray()) {
            throw new ImageFormatException(MANIFEST, "is not a list of images");
        }
        int most = documents.limits().manifests();
        if (root.size() > most) {
            throw new LimitException(MANIFEST, "manifests", most);
        }
        List<Image> images = new ArrayList<>();
        for (JsonNode node : root) {
            images.add(image(members, documents, node));
        }
        return images;
    }

    private static Image image(Members members, Documents documents, JsonNode node)
            throws IOException {
        JsonNode named = node.path("Config");
        if (!named.isTextual()) {
            throw new ImageFormatException(MANIFEST, "an image has no Config");
        }
        String configMember = named.asText();
        byte[] bytes = members.document(configMember, documents.limits());
        ImageConfig config = ImageConfig.parse(configMember, bytes, documents);
        Matcher digest = NAMED_BY_DIGEST.matcher(configMember);
        if (digest.matches() && !digest.group(1).equals(config.id().hex())) {
            throw new DigestMismatchException(
                    configMember, "digest", new Digest("sha256", digest.group(1)), config.id());
        }
        JsonNode layerNames = node.path("Layers");
        if (layerNames.size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    MANIFEST,
                    layerNames.size()
                            + " layers for "
                            + config.diffIds().size()
                            + " diffIDs of "
                            + configMember);
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < layerNames.size(); i++) {
            String member = layerNames.get(i).asText();
            layers.add(new ArchiveLayer(members, member, null, config.diffIds().get(i)));
        }
        List<String> names = new ArrayList<>();
        node.path("RepoTags").forEach(tag -> names.add(tag.asText()));
        return new Image(Descriptor.of(MediaType.DOCKER_CONFIG, bytes), config, layers, names);
    }
}
