package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.app.text.SharedData;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Facts of one small image, to the byte; {@link ImageTruthTest} has the rest. */
class BusyboxTest {
    private Path folder = Path.of("");

    @BeforeEach
    void findImages() {
        folder = SharedData.at("images/busybox");
    }

    @Test
    void verifyCountsWhatItRead() {
        assertEquals(
                "no problems found in 2 layers, 271 entries\n",
                CommandLineRun.done("verify", source("docker-save.tar.gz")).out());
    }

    @Test
    void inspectIsDockersToTheByte() throws IOException {
        String ours = CommandLineRun.done("inspect", source("docker-save.tar")).out();
        String theirs = Files.readString(folder.resolve("docker-inspect.json"));
        assertEquals(
                theirs.replaceFirst("(?s)\"GraphDriver\": \\{.*?\n {8}}", "\"GraphDriver\": null"),
                ours);
    }

    @Test
    void layersHaveEveryFieldOfTheContract() throws IOException {
        JsonNode layers = CommandLineRun.done("layers", "--json", source("oci")).json();
        assertEquals(2, layers.size());
        List<String> names = new ArrayList<>();
        layers.get(1).fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "index",
                        "digest",
                        "diffId",
                        "chainId",
                        "mediaType",
                        "compressedSize",
                        "size",
                        "contentSize",
                        "entries",
                        "added",
                        "modified",
                        "metadataOnly",
                        "deleted",
                        "createdBy",
                        "created"),
                names);
        JsonNode top = layers.get(1);
        assertEquals(1, top.get("index").asInt());
        assertEquals(3216, top.get("contentSize").asLong());
        assertEquals(269, top.get("entries").asInt());
        assertEquals(268, top.get("added").asInt());
        assertEquals("/bin/busybox --install -s /bin", top.get("createdBy").asText());
        assertEquals("2026-11-20T22:10:07.703783028Z", top.get("created").asText());
    }

    @Test
    void catGoesThroughLinks() throws IOException {
        byte[] file = CommandLineRun.done("cat", source("oci"), "bin/busybox").bytes();
        assertEquals(1_982_256, file.length);
        byte[] link = CommandLineRun.done("cat", source("docker-save.tar"), "/bin/sh").bytes();
        assertEquals(-1, Arrays.mismatch(file, link));
    }

    private String source(String form) {
        return folder.resolve(form).toString();
    }
}
