package dev.stratoscope.model;

import dev.stratoscope.model.image.Digest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An OCI layout put together blob by blob, the documents written out by hand. */
final class TestLayout {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds a blob; the answer is its descriptor. */
    String blob(String type, byte[] bytes, String more) {
        files.put("blobs/sha256/" + Digest.sha256(bytes).hex(), bytes);
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
                .formatted(type, Digest.sha256(bytes), bytes.length, more);
    }

    String blob(String type, String text, String more) {
        return blob(type, text.getBytes(StandardCharsets.UTF_8), more);
    }

    /** An image of one layer with one file; the answer is its manifest's descriptor. */
    String image(String architecture, String content) throws IOException {
        byte[] tar = TestImage.of(TestImage.layer().file("hello", content)).tars().getFirst();
        String config =
                "{\"architecture\":\"%s\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                        .formatted(architecture, Digest.sha256(tar));
        String manifest = manifest(blob(CONFIG, config, ""), List.of(blob(LAYER, tar, "")), "");
        return blob(MANIFEST, manifest, platform(architecture, "linux"));
    }

    static String manifest(String config, List<String> layers, String more) {
        return "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]%s}"
                .formatted(config, String.join(",", layers), more);
    }

    static String index(String... manifests) {
        return "{\"schemaVersion\":2,\"manifests\":[" + String.join(",", manifests) + "]}";
    }

    static String platform(String architecture, String os) {
        return ",\"platform\":{\"architecture\":\"%s\",\"os\":\"%s\"}".formatted(architecture, os);
    }

    static String annotated(String key, String value) {
        return ",\"annotations\":{\"%s\":\"%s\"}".formatted(key, value);
    }

    static String named(String name) {
        return annotated("org.opencontainers.image.ref.name", name);
    }

    /** The digest in a descriptor. */
    static String digestOf(String descriptor) {
        int at = descriptor.indexOf("sha256:");
        return descriptor.substring(at, at + 71);
    }

    /** Takes a blob away again. */
    TestLayout without(String descriptor) {
        files.remove("blobs/sha256/" + digestOf(descriptor).substring(7));
        return this;
    }

    /** Writes the layout as a folder. */
    Path folder(Path folder, String... manifests) throws IOException {
        files.put("index.json", index(manifests).getBytes(StandardCharsets.UTF_8));
        files.put(
                "oci-layout",
                "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder);
        return TestArchive.of(files).folder(folder);
    }
}
