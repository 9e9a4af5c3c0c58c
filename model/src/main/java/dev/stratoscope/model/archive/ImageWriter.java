package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an image as an OCI archive that is a docker-archive as well, the way Docker 25 and later
 * do. Member order, owners and times are fixed, so the same image always gives the same bytes.
 */
public final class ImageWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TarWriter tar;

    private ImageWriter(OutputStream out) {
        this.tar = new TarWriter(out);
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
        ObjectNode manifest = NODES.objectNode();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MediaType.OCI_MANIFEST.value());
        Descriptor configBlob = Descriptor.of(MediaType.OCI_CONFIG, config);
        manifest.set("config", json(configBlob));
        blobs.put(path(configBlob), config);
        var docker = NODES.objectNode();
        docker.put("Config", path(configBlob));
        docker.putArray("RepoTags").add(name);
        var dockerLayers = docker.putArray("Layers");
        var ociLayers = manifest.putArray("layers");
        for (byte[] layer : layers) {
            Descriptor blob = Descriptor.of(MediaType.OCI_LAYER, layer);
            ociLayers.add(json(blob));
            dockerLayers.add(path(blob));
            blobs.put(path(blob), layer);
        }
        byte[] manifestBytes = bytes(manifest);
        Descriptor manifestBlob = Descriptor.of(MediaType.OCI_MANIFEST, manifestBytes);
        blobs.put(path(manifestBlob), manifestBytes);
        ObjectNode index = NODES.objectNode();
        index.put("schemaVersion", 2);
        index.put("mediaType", MediaType.OCI_INDEX.value());
        ObjectNode entry = json(manifestBlob);
        entry.putObject("annotations")
                .put("io.containerd.image.name", name)
                .put("org.opencontainers.image.ref.name", tag(name));
        index.putArray("manifests").add(entry);

        directory("blobs");
        directory("blobs/sha256");
        for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
            file(blob.getKey(), blob.getValue());
        }
        file(OciLayout.INDEX, bytes(index));
        file(DockerArchive.MANIFEST, bytes(NODES.arrayNode().add(docker)));
        file(OciLayout.MARK, "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        tar.end();
    }

    private static String tag(String name) {
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return colon < 0 ? "latest" : name.substring(colon + 1);
    }

    private void directory(String path) throws IOException {
        tar.add(ByteString.of(path + "/"), attributes(EntryType.DIRECTORY, 0755, 0), new byte[0]);
    }

    private void file(String path, byte[] bytes) throws IOException {
        tar.add(ByteString.of(path), attributes(EntryType.FILE, 0644, bytes.length), bytes);
    }

    private static Attributes attributes(EntryType type, int mode, long size) {
        return new Attributes(
                type, mode, 0, 0, "", "", size, 0, 0, ByteString.EMPTY, 0, 0, Map.of());
    }

    private static ObjectNode json(Descriptor descriptor) {
        return NODES.objectNode()
                .put("mediaType", descriptor.mediaType().value())
                .put("digest", descriptor.digest().toString())
                .put("size", descriptor.size());
    }

    private static String path(Descriptor descriptor) {
        return Blobs.inLayout(descriptor.digest());
    }

    private static byte[] bytes(JsonNode node) throws IOException {
        return new JsonMapper().writeValueAsBytes(node);
    }
}
