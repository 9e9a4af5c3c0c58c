package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Digest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the findings are written, and what a wrong image still lets be asked. */
class VerifyTest {
    private static final byte[] TAR = new byte[1024];

    @TempDir Path folder;
    private Path image = Path.of("");

    @BeforeEach
    void writeImage() throws IOException {
        image = Files.createDirectories(folder.resolve("image"));
        Files.createDirectories(image.resolve("blobs/sha256"));
        Files.writeString(image.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        String layer = blob("application/vnd.oci.image.layer.v1.tar", TAR);
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":[\""
                        + Digest.sha256(TAR)
                        + "\"]},\"history\":[{\"created_by\":\"one\"},{\"created_by\":\"two\"}]}";
        String manifest =
                "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                        .formatted(
                                blob("application/vnd.oci.image.config.v1+json", bytes(config)),
                                layer);
        String descriptor = blob("application/vnd.oci.image.manifest.v1+json", bytes(manifest));
        Files.writeString(
                image.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[" + descriptor + "]}");
    }

    private String blob(String type, byte[] bytes) throws IOException {
        Digest digest = Digest.sha256(bytes);
        Files.write(image.resolve("blobs/sha256/" + digest.hex()), bytes);
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(type, digest, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void damageIsAnExitStatusOfOne() throws IOException {
        CommandLineRun run = CommandLineRun.of("verify", image.toString());
        assertEquals(1, run.status());
        assertEquals("error    history: tells of 2 layers, the image has 1\n", run.out());
        assertEquals("", run.err());
    }

    @Test
    void jsonHasACodeAndAPlace() throws IOException {
        Files.delete(image.resolve("blobs/sha256/" + Digest.sha256(TAR).hex()));
        JsonNode found = CommandLineRun.of("verify", "--json", image.toString()).json();
        assertEquals(2, found.size());
        List<String> names = new ArrayList<>();
        found.get(1).fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("severity", "code", "layer", "path", "subject", "message"), names);
        assertEquals("history-long", found.get(0).get("code").asText());
        assertTrue(found.get(0).get("layer").isNull());
        assertEquals("missing-blob", found.get(1).get("code").asText());
        assertEquals(0, found.get(1).get("layer").asInt());
    }

    @Test
    void anImageThatCannotEvenBeOpenedIsAFindingToo() throws IOException {
        Files.writeString(image.resolve("index.json"), "{");
        JsonNode found = CommandLineRun.of("verify", "--json", image.toString()).json();
        assertEquals(1, found.size());
        assertEquals("unreadable-image", found.get(0).get("code").asText());
        assertEquals("index.json", found.get(0).get("subject").asText());
        CommandLineRun run = CommandLineRun.of("verify", folder.resolve("gone").toString());
        assertEquals(1, run.status());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void aHistoryOfMoreLayersThanThereAreIsRefusedAndTheRestIsShown() throws IOException {
        CommandLineRun run = CommandLineRun.of("history", image.toString());
        assertEquals(1, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("tells of 2 layers, the image has 1"), run.err());
        assertEquals(1, run.err().lines().count());
        JsonNode layers = CommandLineRun.done("layers", "--json", image.toString()).json();
        assertEquals("one", layers.get(0).get("createdBy").asText());
    }
}
