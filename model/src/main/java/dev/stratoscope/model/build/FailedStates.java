package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.dockerfile.ConfigEffect;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What commands left that failed, until the next build of the same Dockerfile begins. Safe for use
 * by many threads and processes.
 */
public final class FailedStates {
    private final BuildHome home;
    private final Path folder;

    FailedStates(BuildHome home) {
        this.home = home;
        this.folder = home.folder().resolve("failed");
    }

    /**
     * What there is to look at.
     *
     * @param image the image of the steps before
     * @param name what that is called
     * @param shell what a person can type into
     */
    public record State(Descriptor image, String name, List<String> shell) {}

    /** Keeps one. */
    void keep(String kept, Path file, StageState onto, BuildStep step) throws IOException {
        Descriptor image;
        try (Making making = home.store().making()) {
            byte[] config = States.config(onto);
            image = making.image(config, States.layers(onto), Progress.NONE);
            List<Digest> blobs = new ArrayList<>(List.of(image.digest(), Digest.sha256(config)));
            States.layers(onto).forEach(one -> blobs.add(one.digest()));
            home.store().holds().keep(kept, blobs);
        }
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("file", file.toAbsolutePath().toString());
        json.put("image", image.digest().toString());
        json.put("size", image.size());
        json.put("name", file.getFileName() + ", before line " + step.range().startLine());
        List<String> shell = ConfigEffect.shell(onto.config());
        json.put("shell", shell.getFirst());
        Files.createDirectories(folder);
        Files.write(folder.resolve(kept), new JsonMapper().writeValueAsBytes(json));
    }

    /**
     * Finds one.
     *
     * @throws NoSuchFileException when it was cleared away
     */
    State find(String kept) throws IOException {
        if (!kept.matches("[0-9a-f]{64}") || !Files.exists(folder.resolve(kept))) {
            throw new NoSuchFileException(
                    kept, null, "the failed step's files were cleared away; build again");
        }
        JsonNode json = new JsonMapper().readTree(Files.readAllBytes(folder.resolve(kept)));
        return new State(
                new Descriptor(
                        MediaType.OCI_MANIFEST,
                        Digest.parse(json.path("image").asText()),
                        json.path("size").asLong()),
                json.path("name").asText(),
                List.of(json.path("shell").asText()));
    }

    /** Clears away those of a Dockerfile. */
    void clear(Path file) throws IOException {
        for (String kept : all()) {
            JsonNode json = new JsonMapper().readTree(Files.readAllBytes(folder.resolve(kept)));
            if (json.path("file").asText().equals(file.toAbsolutePath().toString())) {
                forget(kept);
            }
        }
    }

    /** Clears all away. */
    void clear() throws IOException {
        for (String kept : all()) {
            forget(kept);
        }
    }

    private List<String> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + "").toList();
        }
    }

    private void forget(String kept) throws IOException {
        home.runner().forget(kept);
        home.store().holds().release(kept);
        Files.deleteIfExists(folder.resolve(kept));
    }
}
