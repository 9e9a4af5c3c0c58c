package dev.stratoscope.model.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.MediaType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The builds that ended, a document each. Safe for use by many threads and processes. */
final class BuildHistory {
    private static final int MOST = 200;

    private final Path folder;

    BuildHistory(Path folder) {
        this.folder = folder;
    }

    /** Adds one, and forgets the oldest of very many. */
    void add(BuildRecord record) throws IOException {
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("started", record.started().toString());
        json.put("took", record.took().toNanos());
        json.put("context", record.context());
        json.put("file", record.file());
        json.put("text", record.text());
        record.tags().forEach(json.withArray("tags")::add);
        json.put("image", record.image() == null ? null : record.image().toString());
        json.put("reason", record.reason());
        for (BuildRecord.Step step : record.steps()) {
            Descriptor image = step.image();
            json.withArray("steps")
                    .addObject()
                    .put("line", step.line())
                    .put("text", step.text())
                    .put("outcome", step.outcome())
                    .put("took", step.took().toNanos())
                    .put("contentSize", step.contentSize())
                    .put("diffId", step.diffId() == null ? null : step.diffId().toString())
                    .put("image", image == null ? null : image.digest().toString())
                    .put("imageSize", image == null ? 0 : image.size());
        }
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + UUID.randomUUID());
        Files.write(fresh, new JsonMapper().writeValueAsBytes(json));
        Files.move(fresh, folder.resolve(record.id()), StandardCopyOption.ATOMIC_MOVE);
        if (files().size() > MOST) {
            List<BuildRecord> all = all();
            for (BuildRecord old : all.subList(Math.min(MOST, all.size()), all.size())) {
                Files.deleteIfExists(folder.resolve(old.id()));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(file -> !(file.getFileName() + "").startsWith(".")).toList();
        }
    }

    /** All, the newest first; what cannot be read is left out. */
    List<BuildRecord> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<BuildRecord> all = new ArrayList<>();
        for (Path file : files()) {
            BuildRecord record = read(file);
            if (record != null) {
                all.add(record);
            }
        }
        all.sort(Comparator.comparing(BuildRecord::started).reversed());
        return List.copyOf(all);
    }

    private static @Nullable BuildRecord read(Path file) throws IOException {
        JsonNode json;
        try {
            json = new JsonMapper().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return null;
        }
        List<String> tags = new ArrayList<>();
        json.path("tags").forEach(one -> tags.add(one.asText()));
        List<BuildRecord.Step> steps = new ArrayList<>();
        for (JsonNode step : json.path("steps")) {
            steps.add(
                    new BuildRecord.Step(
                            step.path("line").asInt(),
                            step.path("text").asText(),
                            step.path("outcome").asText(),
                            Duration.ofNanos(step.path("took").asLong()),
                            step.path("contentSize").asLong(),
                            digest(step.path("diffId")),
                            image(step)));
        }
        return new BuildRecord(
                file.getFileName() + "",
                Instant.parse(json.path("started").asText("1970-01-01T00:00:00Z")),
                Duration.ofNanos(json.path("took").asLong()),
                json.path("context").asText(),
                json.path("file").asText(),
                json.path("text").asText(),
                tags,
                digest(json.path("image")),
                json.path("reason").isTextual() ? json.path("reason").asText() : null,
                steps);
    }

    private static @Nullable Descriptor image(JsonNode step) {
        Digest digest = digest(step.path("image"));
        return digest == null
                ? null
                : new Descriptor(MediaType.OCI_MANIFEST, digest, step.path("imageSize").asLong());
    }

    private static @Nullable Digest digest(JsonNode json) {
        return json.isTextual() ? Digest.parse(json.asText()) : null;
    }
}
