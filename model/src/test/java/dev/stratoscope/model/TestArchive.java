package dev.stratoscope.model;

import dev.stratoscope.model.archive.TarWriter;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One config and its layers in every container that images come in. The documents are written out
 * by hand, as other tools do it.
 */
public final class TestArchive {
    private static final String NAME = "test/image:1";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();

    private TestArchive() {}

    /** The containers. */
    public enum Kind {
        /** Docker up to 24: a folder a layer, manifest.json last. */
        DOCKER_CLASSIC,
        /** Docker from 25 on: an OCI layout with a manifest.json. */
        DOCKER_25,
        /** Podman: a tar a layer, and links to them. */
        PODMAN,
        /** kaniko: a config called by its digest, layers beside it. */
        KANIKO,
        /** jib: the same, and a manifest with its keys in lower case. */
        JIB,
        /** What skopeo writes as {@code dir:}. */
        DIRECTORY,
        /** An OCI layout in a folder. */
        OCI_FOLDER,
        /** An OCI layout in a tar. */
        OCI_ARCHIVE;

        /** Whether it is no file but a folder. */
        boolean isFolder() {
            return this == OCI_FOLDER || this == DIRECTORY;
        }
    }

    /** An archive of these members, for cases no tool would write. */
    public static TestArchive of(Map<String, byte[]> files) {
        TestArchive archive = new TestArchive();
        archive.files.putAll(files);
        return archive;
    }

    /** An image in a container, its layers packed. */
    public static TestArchive of(Kind kind, byte[] config, List<byte[]> tars, Packing packing)
            throws IOException {
        TestArchive archive = new TestArchive();
        List<byte[]> layers = new ArrayList<>();
        for (byte[] tar : tars) {
            layers.add(packing.pack(tar));
        }
        switch (kind) {
            case DOCKER_CLASSIC -> archive.classic(config, layers);
            case PODMAN -> archive.podman(config, layers);
            case KANIKO -> archive.flat(config, layers, "sha256:" + hex(config), false);
            case JIB -> archive.flat(config, layers, "config.json", true);
            case DIRECTORY -> archive.directory(config, layers, packing);
            case DOCKER_25, OCI_FOLDER, OCI_ARCHIVE ->
                    archive.layout(config, layers, packing, kind == Kind.DOCKER_25);
        }
        return archive;
    }

    /** Adds a member that is a symbolic link. */
    public TestArchive link(String path, String target) {
        links.put(path, target);
        return this;
    }

    /** Writes the members as a tar. */
    public Path tar(Path file, Packing outer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(bytes);
        for (Map.Entry<String, String> link : links.entrySet()) {
            tar.add(
                    ByteString.of(link.getKey()),
                    member(EntryType.SYMLINK, link.getValue(), 0),
                    new byte[0]);
        }
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            Attributes attributes = member(EntryType.FILE, "", one.getValue().length);
            tar.add(ByteString.of(one.getKey()), attributes, one.getValue());
        }
        tar.end();
        return Files.write(file, outer.pack(bytes.toByteArray()));
    }

    /** Writes the members as files. */
    public Path folder(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            Path file = folder.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
        return folder;
    }

    private void classic(byte[] config, List<byte[]> layers) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String id = hex(("layer " + i).getBytes(StandardCharsets.UTF_8));
            add(id + "/VERSION", "1.0");
            add(id + "/json", "{\"id\":\"" + id + "\"}");
            files.put(id + "/layer.tar", layers.get(i));
            names.add(id + "/layer.tar");
        }
        files.put(hex(config) + ".json", config);
        add("manifest.json", dockerManifest(hex(config) + ".json", names));
    }

    private void podman(byte[] config, List<byte[]> layers) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String id = hex(("podman " + i).getBytes(StandardCharsets.UTF_8));
            String tar = hex(layers.get(i)) + ".tar";
            files.put(tar, layers.get(i));
            link(id + "/layer.tar", "../" + tar);
            add(id + "/VERSION", "1.0");
            names.add(id + "/layer.tar");
        }
        files.put(hex(config) + ".json", config);
        add("repositories", "{}");
        add("manifest.json", dockerManifest(hex(config) + ".json", names));
    }

    private void flat(byte[] config, List<byte[]> layers, String configName, boolean lowerCase) {
        List<String> names = new ArrayList<>();
        for (byte[] layer : layers) {
            names.add(hex(layer) + ".tar.gz");
            files.put(names.getLast(), layer);
        }
        files.put(configName, config);
        String manifest = dockerManifest(configName, names);
        add(
                "manifest.json",
                lowerCase
                        ? manifest.replace("Config", "config")
                                .replace("RepoTags", "repoTags")
                                .replace("Layers", "layers")
                        : manifest);
    }

    private void directory(byte[] config, List<byte[]> layers, Packing packing) {
        add("version", "Directory Transport Version: 1.1\n");
        files.put(hex(config), config);
        layers.forEach(layer -> files.put(hex(layer), layer));
        add("manifest.json", manifest(config, layers, packing));
    }

    private void layout(byte[] config, List<byte[]> layers, Packing packing, boolean docker) {
        List<String> names = new ArrayList<>();
        layers.forEach(layer -> names.add(blob(layer)));
        String manifest = manifest(config, layers, packing);
        byte[] manifestBytes = manifest.getBytes(StandardCharsets.UTF_8);
        String configName = blob(config);
        blob(manifestBytes);
        String type = "application/vnd.oci.image.manifest.v1+json";
        String named = ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1\"}";
        add(
                "index.json",
                "{\"schemaVersion\":2,\"manifests\":["
                        + descriptor(type, manifestBytes, named)
                        + "]}");
        add("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}");
        if (docker) {
            add("manifest.json", dockerManifest(configName, names));
        }
    }

    private static String manifest(byte[] config, List<byte[]> layers, Packing packing) {
        String type = "application/vnd.oci.image.layer.v1.tar" + packing.suffix();
        return "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                .formatted(
                        descriptor("application/vnd.oci.image.config.v1+json", config, ""),
                        String.join(
                                ",",
                                layers.stream().map(one -> descriptor(type, one, "")).toList()));
    }

    private static String dockerManifest(String config, List<String> layers) {
        return "[{\"Config\":\"%s\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                .formatted(
                        config,
                        NAME,
                        String.join(",", layers.stream().map(one -> "\"" + one + "\"").toList()));
    }

    private String blob(byte[] bytes) {
        String path = "blobs/sha256/" + hex(bytes);
        files.put(path, bytes);
        return path;
    }

    private void add(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String descriptor(String type, byte[] bytes, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d%s}"
                .formatted(type, hex(bytes), bytes.length, more);
    }

    private static String hex(byte[] bytes) {
        return Digest.sha256(bytes).hex();
    }

    private static Attributes member(EntryType type, String link, long size) {
        return new Attributes(
                type, 0644, 0, 0, "", "", size, 0, 0, ByteString.of(link), 0, 0, Map.of());
    }
}
