package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.MediaType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an image as an OCI archive that is a docker-archive as well, the way Docker 25 and later
 * do. Member order, owners and times are fixed, so the same image always gives the same bytes.
 */
public final class ImageWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MemberWriter members;

    private ImageWriter(OutputStream out) {
        this.members = new TarMemberWriter(out);
    }

    /**
     * Writes an image with uncompressed layers.
     *
     * @param name the image's name, such as {@code demo/hello:1}
     * @param config the config's bytes
     * @param layers the layers' tars, bottom first
     * @param out left open
     */
    public static void write(String name, byte[] config, List<byte[]> layers, OutputStream out)
            throws IOException {
        new ImageWriter(out).write(name, config, layers);
    }

    private void write(String name, byte[] config, List<byte[]> layers) throws IOException {
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        Descriptor configBlob = Descriptor.of(MediaType.OCI_CONFIG, config);
        blobs.put(path(configBlob), config);
        var docker = NODES.objectNode();
        docker.put("Config", path(configBlob));
        docker.putArray("RepoTags").add(name);
        var dockerLayers = docker.putArray("Layers");
        List<Descriptor> ociLayers = new ArrayList<>();
        for (byte[] layer : layers) {
            Descriptor blob = Descriptor.of(MediaType.OCI_LAYER, layer);
            ociLayers.add(blob);
            dockerLayers.add(path(blob));
            blobs.put(path(blob), layer);
        }
        byte[] manifestBytes = ManifestWriter.bytes(configBlob, ociLayers);
        Descriptor manifestBlob = Descriptor.of(MediaType.OCI_MANIFEST, manifestBytes);
        blobs.put(path(manifestBlob), manifestBytes);
        ObjectNode index = NODES.objectNode();
        index.put("schemaVersion", 2);
        index.put("mediaType", MediaType.OCI_INDEX.value());
        ObjectNode entry = ManifestWriter.json(manifestBlob);
        entry.putObject("annotations")
                .put("io.containerd.image.name", name)
                .put("org.opencontainers.image.ref.name", tag(name));
        index.putArray("manifests").add(entry);

        members.directory("blobs");
        members.directory("blobs/sha256");
        for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
            members.file(blob.getKey(), blob.getValue());
        }
        members.file(OciLayout.INDEX, bytes(index));
        members.file(DockerArchive.MANIFEST, bytes(NODES.arrayNode().add(docker)));
        members.file(
                OciLayout.MARK,
                "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        members.end();
    }

    private static String tag(String name) {
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return colon < 0 ? "latest" : name.substring(colon + 1);
    }

    private static String path(Descriptor descriptor) {
        return Blobs.inLayout(descriptor.digest());
    }

    private static byte[] bytes(JsonNode node) throws IOException {
        return new JsonMapper().writeValueAsBytes(node);
    }
}
