package dev.stratoscope.model.build;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.store.Holds;
import dev.stratoscope.model.store.Making;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The layers that steps made, by their keys, and what key each place in a Dockerfile had last. A
 * record that is damaged or whose blob is gone is one that is not there. Safe for use by many
 * threads and processes.
 */
final class StepCache {
    /** The last field of a record, and mostly by far the longest. */
    private static final String PARTS = "parts";

    private final Path folder;
    private final Holds holds;

    /**
     * A cache below a folder, which is made when it is needed.
     *
     * @param holds keep the layers in the store
     */
    StepCache(Path folder, Holds holds) {
        this.folder = folder;
        this.holds = holds;
    }

    /**
     * A layer that was made before.
     *
     * @param took how long that took
     * @param at when that was
     */
    record Known(Making.Made made, Duration took, Instant at) {}

    /** What a step with this key made; null when it is not known. */
    @Nullable Known find(StepKey key, Making making) throws IOException {
        return find(key.hex(), making);
    }

    /** As the other, by the key in hex digits. */
    @Nullable Known find(String key, Making making) throws IOException {
        JsonNode json = key.matches("[0-9a-f]{64}") ? head(file(key)) : null;
        if (json == null) {
            return null;
        }
        Descriptor blob;
        Digest diffId;
        Instant at = at(json);
        if (at == null) {
            return null;
        }
        try {
            blob =
                    new Descriptor(
                            new MediaType(json.path("mediaType").asText()),
                            Digest.parse(json.path("digest").asText()),
                            json.path("size").asLong());
            diffId = Digest.parse(json.path("diffId").asText());
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (!making.has(blob)) {
            return null;
        }
        return new Known(
                new Making.Made(
                        blob,
                        diffId,
                        json.path("contentSize").asLong(),
                        json.path("tarSize").asLong()),
                Duration.ofNanos(json.path("took").asLong()),
                at);
    }

    /** When a step was done first; null of a damaged record. */
    private static @Nullable Instant at(JsonNode json) {
        try {
            return Instant.parse(json.path("at").asText());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** When a step that makes no layer was first done with this key; null when it is not known. */
    @Nullable Instant told(StepKey key) throws IOException {
        JsonNode json = head(file(key.hex()));
        return json == null ? null : at(json);
    }

    /** Keeps that a step that makes no layer was done. */
    void tell(StepKey key, Instant at) throws IOException {
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("at", at.toString());
        putParts(json, key);
        write(file(key.hex()), new JsonMapper().writeValueAsBytes(json));
    }

    private static void putParts(ObjectNode json, StepKey key) {
        ArrayNode parts = json.putArray(PARTS);
        for (KeyPart part : key.parts()) {
            parts.addArray().add(part.cause().name()).add(part.name()).add(part.value());
        }
    }

    /** Keeps what a step made. */
    void keep(StepKey key, Known known) throws IOException {
        ObjectNode json = new JsonMapper().createObjectNode();
        Making.Made made = known.made();
        json.put("mediaType", made.blob().mediaType().value());
        json.put("digest", made.blob().digest().toString());
        json.put("size", made.blob().size());
        json.put("diffId", made.diffId().toString());
        json.put("contentSize", made.contentSize());
        json.put("tarSize", made.tarSize());
        json.put("took", known.took().toNanos());
        json.put("at", known.at().toString());
        putParts(json, key);
        holds.keep(key.hex(), List.of(made.blob().digest()));
        write(file(key.hex()), new JsonMapper().writeValueAsBytes(json));
    }

    /** Remembers the key that a place has now, and that its layer is of use. */
    void used(String place, StepKey key) throws IOException {
        write(place(place), key.hex().getBytes(StandardCharsets.US_ASCII));
        try {
            Files.setLastModifiedTime(file(key.hex()), FileTime.from(Instant.now()));
        } catch (NoSuchFileException e) {
            // Another program cleared it away just now.
        }
    }

    /** The key that a place had last; null when it is not known. */
    @Nullable StepKey last(String place) throws IOException {
        String hex;
        try {
            hex = Files.readString(place(place), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return null;
        }
        JsonNode json = hex.matches("[0-9a-f]{64}") ? read(file(hex)) : null;
        if (json == null) {
            return null;
        }
        List<KeyPart> parts = new ArrayList<>();
        for (JsonNode part : json.path(PARTS)) {
            Miss.Cause cause = cause(part.path(0).asText());
            if (cause == null) {
                return null;
            }
            parts.add(new KeyPart(cause, part.path(1).asText(), part.path(2).asText()));
        }
        return new StepKey(parts);
    }

    private static Miss.@Nullable Cause cause(String name) {
        for (Miss.Cause cause : Miss.Cause.values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return null;
    }

    /** Forgets what was not used since. */
    void prune(Instant since) throws IOException {
        Path steps = folder.resolve("steps");
        if (!Files.isDirectory(steps)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(steps)) {
            files = listed.toList();
        }
        for (Path file : files) {
            String name = file.getFileName() + "";
            if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                Files.deleteIfExists(file);
                if (name.matches("[0-9a-f]{64}")) {
                    holds.release(name);
                }
            }
        }
    }

    /** What a record says before its parts, of which nothing is read. */
    private static @Nullable JsonNode head(Path file) throws IOException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonMapper().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = json.nextFieldName();
                    name != null && !name.equals(PARTS);
                    name = json.nextFieldName()) {
                json.nextToken();
                head.set(name, json.readValueAsTree());
            }
            return head;
        } catch (NoSuchFileException | JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable JsonNode read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            return new JsonMapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Lost in a power failure it would be damaged or gone, which only means building again. */
    private static void write(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.getParent());
        Path fresh = target.resolveSibling("." + UUID.randomUUID());
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file(String hex) {
        return folder.resolve("steps").resolve(hex);
    }

    private Path place(String place) {
        return folder.resolve("places")
                .resolve(Digest.sha256(place.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
