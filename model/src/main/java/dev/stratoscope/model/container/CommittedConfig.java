package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageConfig;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The config of an image that was made of a container (image-spec, config.md). */
final class CommittedConfig {
    /** What said of the old image how it was made, and would be untrue of the new one. */
    private static final List<String> OF_OLD =
            List.of(
                    "id",
                    "parent",
                    "container",
                    "container_config",
                    "docker_version",
                    "comment",
                    "Size",
                    "size",
                    "author");

    private CommittedConfig() {}

    /**
     * Its bytes: the old image's with what the container runs, one more line of history as docker's
     * commit writes it, and one more layer. The same for the same input and time.
     *
     * @param base the old image's config
     * @param document its document
     * @param hasLayer whether there is one more layer
     */
    static byte[] bytes(
            ImageConfig base,
            JsonNode document,
            RunConfig config,
            CommitSpec spec,
            Instant now,
            boolean hasLayer,
            Digest diffId)
            throws IOException {
        Instant second = now.truncatedTo(ChronoUnit.MICROS);
        ObjectNode json = ((ObjectNode) document).deepCopy();
        json.remove(OF_OLD);
        json.put("created", second.toString());
        if (!spec.author().isEmpty()) {
            json.put("author", spec.author());
        }
        json.set("config", ConfigChange.all(config.json(), spec.changes()));
        if (hasLayer) {
            ArrayNode diffIds = ((ObjectNode) json.get("rootfs")).withArray("diff_ids");
            diffIds.add(diffId.toString());
        }
        ArrayNode history =
                json.path("history").isArray()
                        ? (ArrayNode) json.get("history")
                        : json.putArray("history");
        for (int told = base.toldLayers(); told < base.diffIds().size(); told++) {
            // Else the new line would be told of a layer that has none.
            history.addObject().put("created_by", "");
        }
        ObjectNode line = history.addObject();
        line.put("created", second.toString());
        if (!spec.author().isEmpty()) {
            line.put("author", spec.author());
        }
        line.put("created_by", String.join(" ", config.cmd()));
        if (!spec.comment().isEmpty()) {
            line.put("comment", spec.comment());
        }
        if (!hasLayer) {
            line.put("empty_layer", true);
        }
        return new JsonMapper().writeValueAsBytes(json);
    }
}
