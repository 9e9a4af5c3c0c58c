package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes an OCI image layout, blobs as they are stored. As a tar it is a docker-archive as well,
 * for those who read nothing else. The same images always give the same bytes.
 */
public final class LayoutWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte[] MARK =
            "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final MemberWriter members;
    private final Progress progress;
    private final Set<Digest> written = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final ArrayNode manifests = NODES.arrayNode();
    private final ArrayNode docker = NODES.arrayNode();

    private LayoutWriter(MemberWriter members, Progress progress) {
        this.members = members;
        this.progress = progress;
    }

    /**
     * Writes images as a tar; all blobs are checked against their digests on the way.
     *
     * @param out left open
     */
    public static void writeTar(List<SavedImage> images, OutputStream out, Progress progress)
            throws IOException {
        new LayoutWriter(new TarMemberWriter(out), progress).write(images, true);
    }

    /**
     * Writes images as a folder, safe on disk.
     *
     * @param folder not there yet
     */
    public static void writeFolder(List<SavedImage> images, Path folder, Progress progress)
            throws IOException {
        new LayoutWriter(new FolderMemberWriter(folder), progress).write(images, false);
    }

    private void write(List<SavedImage> images, boolean asDocker) throws IOException {
        members.directory("blobs");
        for (SavedImage image : images) {
            add(image);
        }
        ObjectNode index = NODES.objectNode();
        index.put("schemaVersion", 2);
        index.put("mediaType", MediaType.OCI_INDEX.value());
        index.set("manifests", manifests);
        JsonMapper json = new JsonMapper();
        members.file(OciLayout.INDEX, json.writeValueAsBytes(index));
        if (asDocker) {
            members.file(DockerArchive.MANIFEST, json.writeValueAsBytes(docker));
        }
        members.file(OciLayout.MARK, MARK);
        members.end();
    }

    private void add(SavedImage saved) throws IOException {
        ObjectNode told = NODES.objectNode();
        byte[] config = saved.image().image().config().bytes();
        byte[] manifest = saved.manifest().toByteArray();
        Descriptor manifestBlob = saved.image().image().manifest();
        Digest configDigest = saved.config();
        blob(configDigest, config);
        told.put("Config", Blobs.inLayout(configDigest));
        ArrayNode tags = told.putArray("RepoTags");
        saved.names().forEach(name -> tags.add(name.familiar()));
        ArrayNode layers = told.putArray("Layers");
        for (StoredLayer layer : saved.image().layers()) {
            Descriptor blob = layer.descriptor();
            if (blob == null) {
                throw new ImageFormatException(layer.location(), "has no descriptor");
            }
            layer(layer, blob);
            layers.add(Blobs.inLayout(blob.digest()));
        }
        blob(manifestBlob.digest(), manifest);
        docker.add(told);
        if (saved.names().isEmpty()) {
            manifests.add(entry(manifestBlob, null));
        }
        saved.names().forEach(name -> manifests.add(entry(manifestBlob, name)));
    }

    private static ObjectNode entry(Descriptor manifest, @Nullable Reference name) {
        ObjectNode entry = ManifestWriter.json(manifest);
        if (name != null) {
            entry.putObject("annotations")
                    .put("io.containerd.image.name", name.toString())
                    .put("org.opencontainers.image.ref.name", name.toString());
        }
        return entry;
    }

    private void layer(StoredLayer layer, Descriptor blob) throws IOException {
        if (!isNew(blob.digest())) {
            return;
        }
        Progress saving = progress.child("Saving " + layer.location(), blob.size());
        try (InputStream in =
                new VerifiedStream(
                        new AdvancingStream(layer.blob(), saving),
                        blob.digest(),
                        layer.location(),
                        "digest")) {
            members.file(Blobs.inLayout(blob.digest()), blob.size(), in);
        }
    }

    private void blob(Digest digest, byte[] bytes) throws IOException {
        if (isNew(digest)) {
            members.file(Blobs.inLayout(digest), bytes.length, new ByteArrayInputStream(bytes));
        }
    }

    private boolean isNew(Digest digest) throws IOException {
        if (folders.add(digest.algorithm())) {
            members.directory("blobs/" + digest.algorithm());
        }
        return written.add(digest);
    }
}
