package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.MediaType;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What is kept of a container. Immutable.
 *
 * @param id 64 hex digits
 * @param imageName the image as it was named then
 * @param imageId the digest of the image's config
 * @param image what leads to the image in the store
 * @param config what it runs
 */
record ContainerRecord(
        String id,
        String name,
        Instant created,
        RunSpec spec,
        String imageName,
        Digest imageId,
        Descriptor image,
        RunConfig config) {
    private static final int VERSION = 1;

    /** The same under another name. */
    ContainerRecord named(String other) {
        return new ContainerRecord(id, other, created, spec, imageName, imageId, image, config);
    }

    /** As a document. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("id", id);
        json.put("name", name);
        json.put("created", created.toString());
        json.put("imageName", imageName);
        json.put("imageId", imageId.toString());
        json.putObject("image")
                .put("mediaType", image.mediaType().value())
                .put("digest", image.digest().toString())
                .put("size", image.size());
        json.set("spec", SpecJson.write(spec));
        json.set("config", config.json());
        return json;
    }

    byte[] bytes() throws IOException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json());
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param item the file, for messages
     * @throws ImageFormatException when it is something else
     */
    static ContainerRecord read(String item, byte[] bytes, Documents documents) throws IOException {
        JsonNode json = documents.parse(item, bytes);
        if (json.path("version").asInt() != VERSION || !json.path("config").isObject()) {
            throw new ImageFormatException(item, "is no record of a container, or a newer one");
        }
        JsonNode image = json.path("image");
        try {
            return new ContainerRecord(
                    json.path("id").asText(),
                    json.path("name").asText(),
                    Instant.parse(json.path("created").asText()),
                    SpecJson.read(json.path("spec")),
                    json.path("imageName").asText(),
                    Digest.parse(json.path("imageId").asText()),
                    new Descriptor(
                            new MediaType(image.path("mediaType").asText()),
                            Digest.parse(image.path("digest").asText()),
                            image.path("size").asLong(-1)),
                    new RunConfig((ObjectNode) json.path("config")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ImageFormatException(item, String.valueOf(e.getMessage()), e);
        }
    }
}
