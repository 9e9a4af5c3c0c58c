package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.archive.LayerContents;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.snapshot.Lower;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage after one of its steps. Immutable.
 *
 * @param layers bottom first
 * @param document the image's config so far, all of it (image-spec, config.md), {@code rootfs} and
 *     {@code history} included; not changed by anybody
 * @param cmdSet whether the stage itself had a CMD
 * @param at when the last of its layers was made, which its history says of steps without one
 */
record StageState(List<StackLayer> layers, ObjectNode document, boolean cmdSet, Instant at) {
    private static final String COMMENT = "buildkit.dockerfile.v0";

    /** Copies the list. */
    StageState {
        layers = List.copyOf(layers);
    }

    /** The object {@code config}; not to be changed. */
    ObjectNode config() {
        return document.path("config").isObject()
                ? (ObjectNode) document.get("config")
                : document.objectNode();
    }

    /** With another config. */
    StageState with(ObjectNode config, boolean hadCmd) {
        ObjectNode changed = document.deepCopy();
        changed.set("config", config);
        return new StageState(layers, changed, hadCmd, at);
    }

    /** With another time for steps without a layer. */
    StageState since(Instant when) {
        return new StageState(layers, document, cmdSet, when);
    }

    /** With an author. */
    StageState by(String author) {
        ObjectNode changed = document.deepCopy();
        changed.put("author", author);
        return new StageState(layers, changed, cmdSet, at);
    }

    /** With a line of history for a step that made no layer. */
    StageState told(String createdBy) {
        ObjectNode changed = document.deepCopy();
        line(changed, createdBy, at).put("empty_layer", true);
        return new StageState(layers, changed, cmdSet, at);
    }

    /** With one more layer, and its line of history. */
    StageState on(StackLayer layer, String createdBy, Instant made) {
        ObjectNode changed = document.deepCopy();
        line(changed, createdBy, made);
        ((ObjectNode) changed.get("rootfs")).withArray("diff_ids").add(layer.diffId().toString());
        List<StackLayer> more = new ArrayList<>(layers);
        more.add(layer);
        return new StageState(more, changed, cmdSet, made);
    }

    private static ObjectNode line(ObjectNode document, String createdBy, Instant when) {
        JsonNode known = document.path("history");
        ArrayNode history = known.isArray() ? (ArrayNode) known : document.putArray("history");
        document.put("created", text(when));
        return history.addObject()
                .put("created", text(when))
                .put("created_by", createdBy)
                .put("comment", COMMENT);
    }

    private static String text(Instant when) {
        return when.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** What stands for the stack of layers in keys; empty of no layers. */
    String chain() {
        List<Digest> diffIds = layers.stream().map(StackLayer::diffId).toList();
        return diffIds.isEmpty() ? "" : ChainId.of(diffIds).getLast().toString();
    }

    /** The layers as snapshots lie on them. */
    List<Lower> lowers() {
        List<Digest> chain = ChainId.of(layers.stream().map(StackLayer::diffId).toList());
        List<Lower> lowers = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            lowers.add(new Lower(layers.get(i).diffId(), chain.get(i), layers.get(i).index()));
        }
        return lowers;
    }

    /** All its files. */
    FileTree tree() throws IOException {
        return FileTree.merge(layers.stream().map(StackLayer::index).toList());
    }

    /** The bytes of its files. */
    Contents contents() {
        return new LayerContents(layers.stream().map(StackLayer::stored).toList());
    }

    /** The value of a variable of the image; null when it has none. */
    @Nullable String variable(String name) {
        for (JsonNode one : config().path("Env")) {
            String text = one.asText();
            if (text.startsWith(name + "=")) {
                return text.substring(name.length() + 1);
            }
        }
        return null;
    }
}
