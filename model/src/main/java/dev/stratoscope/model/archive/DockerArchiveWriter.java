package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a docker-archive: each layer's tar, uncompressed and once, named by its diffID; configs
 * named by their digests; {@code manifest.json} and {@code repositories}. The same images always
 * give the same bytes.
 */
public final class DockerArchiveWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MemberWriter members;
    private final Progress progress;
    private final Set<String> written = new HashSet<>();
    private final ArrayNode manifest = NODES.arrayNode();
    private final TreeMap<String, ObjectNode> repositories = new TreeMap<>();

    private DockerArchiveWriter(OutputStream out, Progress progress) {
        this.members = new TarMemberWriter(out);
        this.progress = progress;
    }

    /**
     * Writes images; their layers are inflated and checked against their diffIDs on the way.
     *
     * @param out left open
     * @throws dev.stratoscope.model.image.DigestMismatchException when a layer is damaged
     */
    public static void write(List<SavedImage> images, OutputStream out, Progress progress)
            throws IOException {
        DockerArchiveWriter writer = new DockerArchiveWriter(out, progress);
        for (SavedImage image : images) {
            writer.add(image);
        }
        writer.end();
    }

    private void add(SavedImage saved) throws IOException {
        ObjectNode told = NODES.objectNode();
        ImageConfig config = saved.image().image().config();
        String configName = config.id().hex() + ".json";
        told.put("Config", configName);
        ArrayNode tags = NODES.arrayNode();
        // Whole names: podman would put a short one below localhost.
        saved.names().forEach(name -> tags.add(name.toString()));
        if (tags.isEmpty()) {
            told.putNull("RepoTags");
        } else {
            told.set("RepoTags", tags);
        }
        ArrayNode layers = told.putArray("Layers");
        for (int i = 0; i < saved.image().layers().size(); i++) {
            layers.add(layer(saved.image().layers().get(i), saved.tarSizes().get(i)));
        }
        if (written.add(configName)) {
            members.file(configName, config.bytes());
        }
        manifest.add(told);
        if (!config.diffIds().isEmpty()) {
            name(saved.names(), config.diffIds().getLast());
        }
    }

    private String layer(StoredLayer layer, long size) throws IOException {
        String name = layer.diffId().hex() + ".tar";
        if (written.add(name)) {
            Progress saving = progress.child("Saving " + layer.location(), size);
            try (InputStream tar =
                    new VerifiedStream(
                            new AdvancingStream(layer.open(), saving),
                            layer.diffId(),
                            layer.location(),
                            "diffID")) {
                members.file(name, size, tar);
            }
        }
        return name;
    }

    /** What docker had before manifests; podman and docker still write it. */
    private void name(List<Reference> names, Digest top) {
        for (Reference name : names) {
            String tag = name.tag();
            String familiar = name.familiar();
            if (tag != null) {
                repositories
                        .computeIfAbsent(
                                familiar.substring(0, familiar.length() - tag.length() - 1),
                                absent -> NODES.objectNode())
                        .put(tag, top.hex());
            }
        }
    }

    private void end() throws IOException {
        JsonMapper json = new JsonMapper();
        members.file(DockerArchive.MANIFEST, json.writeValueAsBytes(manifest));
        members.file(LegacyArchive.REPOSITORIES, json.writeValueAsBytes(repositories));
        members.end();
    }
}
