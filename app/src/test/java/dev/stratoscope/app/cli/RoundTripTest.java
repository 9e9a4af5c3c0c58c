package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What we save, other tools load as the same image, and what they then save is it still. */
class RoundTripTest {
    private static final String NAME = "docker.io/demo/round:trip";
    private static final List<String> FORMATS = List.of("docker-archive", "oci-archive", "oci");

    @TempDir private Path home = Path.of("");
    @TempDir private Path folder = Path.of("");

    private final List<String> images = new ArrayList<>();

    @BeforeEach
    void findImages() throws IOException {
        for (ImageFolder each : ImageFolder.all()) {
            String busybox = each.path().getFileName().toString();
            if (busybox.equals("busybox")) {
                images.addAll(each.formats().values());
            }
        }
        assumeTrue(!images.isEmpty(), "needs -Dstratoscope.images or ../shared/images");
    }

    @Test
    void skopeoReadsTheStoreAsItStands() throws Exception {
        Peers.need("skopeo");
        Peers peers = new Peers(Files.createDirectory(folder.resolve("peers")));
        for (String source : images) {
            JsonNode kept = load(source);
            JsonNode seen = peers.skopeoInspect("oci:" + home.resolve("store") + ":" + NAME);
            assertEquals(kept.get("Digest"), seen.get("Digest"), source);
        }
    }

    @Test
    void skopeoCopiesWhatWeSaveAndItIsTheSameImage() throws Exception {
        Peers.need("skopeo");
        Peers peers = new Peers(Files.createDirectory(folder.resolve("peers")));
        for (String source : images) {
            JsonNode kept = load(source);
            for (String format : FORMATS) {
                String saved = save(format);
                Path copy = folder.resolve("copy.tar");
                Files.deleteIfExists(copy);
                String named = format.equals("docker-archive") ? saved : saved + ":" + NAME;
                peers.skopeoCopy(named, "docker-archive:" + copy + ":" + NAME);
                assertEquals(layers(source), layers(copy.toString()), source + " " + format);
                assertEquals(kept.get("ID"), id(copy.toString()), source + " " + format);
            }
        }
    }

    @Test
    void podmanLoadsWhatWeSaveAndSavesTheSameImage() throws Exception {
        Peers.need("podman");
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
        Peers peers = new Peers(Files.createDirectory(folder.resolve("peers")));
        String source = images.getFirst();
        JsonNode kept = load(source);
        for (String format : List.of("docker-archive", "oci-archive")) {
            String saved = save(format);
            String file = saved.substring(saved.indexOf(':') + 1);
            String told = peers.podman("load", "-q", "-i", file);
            assertTrue(told.contains(NAME), told);
            String id = peers.podman("image", "inspect", "--format", "{{.Id}}", NAME).trim();
            assertEquals(kept.get("ID").asText(), "sha256:" + id, format);
            Path back = folder.resolve("back.tar");
            Files.deleteIfExists(back);
            peers.podman("save", "-q", "-o", back.toString(), NAME);
            assertEquals(layers(source), layers(back.toString()), format);
            peers.podman("rmi", NAME);
        }
    }

    /** Loads an image under the one name; what the store then lists of it. */
    private JsonNode load(String source) throws IOException {
        JsonNode loaded = here("load", source, "--json").json().get(0);
        here("tag", loaded.get("ID").asText(), NAME);
        return StreamSupport.stream(here("images", "--json").json().spliterator(), false)
                .filter(row -> row.get("Repository").asText().equals("demo/round"))
                .findFirst()
                .orElseThrow();
    }

    /** Saves it; what skopeo calls the result. */
    private String save(String format) throws IOException {
        Path to = Files.createTempDirectory(folder, format).resolve("saved");
        here("save", NAME, "-o", to.toString(), "--format", format);
        return format + ":" + to;
    }

    private static List<String> layers(String source) throws IOException {
        return StreamSupport.stream(
                        CommandLineRun.done("layers", source, "--json").json().spliterator(), false)
                .map(layer -> layer.get("diffId").asText())
                .toList();
    }

    private static JsonNode id(String source) throws IOException {
        return CommandLineRun.done("inspect", source).json().get(0).get("Id");
    }

    private CommandLineRun here(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", home.toString()));
        return CommandLineRun.done(all.toArray(String[]::new));
    }
}
