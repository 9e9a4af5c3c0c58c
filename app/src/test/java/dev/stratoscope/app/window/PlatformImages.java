package dev.stratoscope.app.window;

import dev.stratoscope.model.Engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One image without layers for two platforms, as an index of an OCI layout. */
final class PlatformImages {
    private static final String OCI = "application/vnd.oci.image.";

    private static final String REF =
            ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1\"}";

    private PlatformImages() {}

    static Path index(Engine engine) throws IOException {
        Path folder = engine.home().resolve("platforms");
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        List<String> manifests = new ArrayList<>();
        for (String architecture : List.of("amd64", "arm64")) {
            String platform = "\"os\":\"linux\",\"architecture\":\"" + architecture + "\"";
            String config =
                    blob(
                            blobs,
                            "config.v1+json",
                            "{"
                                    + platform
                                    + ",\"config\":{\"Env\":[\"NAME="
                                    + architecture
                                    + "\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}",
                            "");
            String manifest = "{\"schemaVersion\":2,\"config\":" + config + ",\"layers\":[]}";
            manifests.add(
                    blob(blobs, "manifest.v1+json", manifest, ",\"platform\":{" + platform + "}"));
        }
        String nested = blob(blobs, "index.v1+json", index(String.join(",", manifests)), REF);
        Files.writeString(folder.resolve("index.json"), index(nested));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        return folder;
    }

    private static String index(String manifests) {
        return "{\"schemaVersion\":2,\"manifests\":[" + manifests + "]}";
    }

    /** Writes a blob and returns its descriptor. */
    private static String blob(Path blobs, String type, String text, String more)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(sha256(bytes));
        Files.write(blobs.resolve(digest), bytes);
        return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d%s}"
                .formatted(OCI + type, digest, bytes.length, more);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
