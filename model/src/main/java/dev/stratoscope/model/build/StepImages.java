package dev.stratoscope.model.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.archive.ManifestWriter;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.MediaType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The documents of the images that steps of past builds made, a file each, so that they can be
 * opened after another start of the program. Layers are the step cache's. What is damaged is one
 * that is not there. Safe for use by many threads and processes.
 */
final class StepImages {
    private final Path folder;

    StepImages(Path folder) {
        this.folder = folder;
    }

    /**
     * The documents of an image.
     *
     * @param config all of it
     * @param layers bottom first
     */
    record Kept(ObjectNode config, List<Descriptor> layers) {
        /** Copies the list. */
        Kept {
            layers = List.copyOf(layers);
        }

        byte[] bytes() throws IOException {
            return new JsonMapper().writeValueAsBytes(config);
        }
    }

    /** Keeps what a step came to. */
    void keep(Descriptor manifest, StageState state) throws IOException {
        Path file = folder.resolve(manifest.digest().hex());
        if (Files.exists(file)) {
            return;
        }
        ObjectNode json = new JsonMapper().createObjectNode();
        json.set("config", state.document());
        for (Descriptor layer : States.layers(state)) {
            json.withArray("layers")
                    .addObject()
                    .put("mediaType", layer.mediaType().value())
                    .put("digest", layer.digest().toString())
                    .put("size", layer.size());
        }
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + UUID.randomUUID());
        try {
            Files.write(fresh, new JsonMapper().writeValueAsBytes(json));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The documents of an image; null when they are not kept. */
    @Nullable Kept find(Descriptor manifest) throws IOException {
        try {
            JsonNode json =
                    new JsonMapper()
                            .readTree(Files.readAllBytes(folder.resolve(manifest.digest().hex())));
            List<Descriptor> layers = new ArrayList<>();
            for (JsonNode layer : json.path("layers")) {
                layers.add(
                        new Descriptor(
                                new MediaType(layer.path("mediaType").asText()),
                                Digest.parse(layer.path("digest").asText()),
                                layer.path("size").asLong()));
            }
            Kept kept = new Kept(json.withObject("config"), layers);
            byte[] written =
                    ManifestWriter.bytes(
                            Descriptor.of(MediaType.OCI_CONFIG, kept.bytes()), kept.layers());
            return Digest.sha256(written).equals(manifest.digest()) ? kept : null;
        } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Forgets all but some. */
    void retain(Set<Digest> manifests) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        Set<String> names =
                manifests.stream()
                        .map(Digest::hex)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        for (Path file : files) {
            if (!names.contains(file.getFileName() + "")) {
                Files.deleteIfExists(file);
            }
        }
    }
}
