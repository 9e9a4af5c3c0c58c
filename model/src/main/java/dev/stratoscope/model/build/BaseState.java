package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What a stage begins with. */
final class BaseState {
    private static final String PATH =
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** What said of the base how it was made, and would be untrue of what is made on it. */
    private static final List<String> OF_BASE =
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

    /** What a config says of how an image is run; the rest told of the container it was made in. */
    private static final List<String> OF_CONFIG =
            List.of(
                    "User",
                    "ExposedPorts",
                    "Env",
                    "Entrypoint",
                    "Cmd",
                    "Volumes",
                    "WorkingDir",
                    "Labels",
                    "StopSignal",
                    "StopTimeout",
                    "ArgsEscaped",
                    "Healthcheck",
                    "OnBuild",
                    "Shell");

    private BaseState() {}

    /** {@code FROM scratch}. */
    static StageState scratch(Platform platform) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("architecture", platform.architecture());
        if (platform.variant() != null) {
            document.put("variant", platform.variant());
        }
        document.put("os", platform.os());
        ObjectNode config = document.putObject("config");
        config.putArray("Env").add(PATH);
        config.put("WorkingDir", "/");
        document.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        document.putArray("history");
        return new StageState(List.of(), document, false, Instant.EPOCH);
    }

    /**
     * An image.
     *
     * @param image kept meanwhile
     */
    static StageState of(OpenedImage image, Limits limits, Progress progress) throws IOException {
        List<Callable<StackLayer>> parts = new ArrayList<>();
        for (StoredLayer layer : image.image().layers()) {
            parts.add(() -> layer(layer, limits, progress));
        }
        List<StackLayer> layers = Fan.out(parts);
        ImageConfig known = image.image().image().config();
        JsonNode read = new Documents(limits).parse("config of the base image", known.bytes());
        ObjectNode document = ((ObjectNode) read).deepCopy();
        document.remove(OF_BASE);
        ObjectNode config =
                document.path("config").isObject()
                        ? (ObjectNode) document.get("config")
                        : document.putObject("config");
        config.retain(OF_CONFIG);
        ArrayNode env =
                config.path("Env").isArray()
                        ? (ArrayNode) config.get("Env")
                        : config.putArray("Env");
        boolean hasPath = false;
        for (JsonNode one : env) {
            hasPath |= one.asText().startsWith("PATH=");
        }
        if (!hasPath) {
            env.add(PATH);
        }
        ArrayNode history =
                document.path("history").isArray()
                        ? (ArrayNode) document.get("history")
                        : document.putArray("history");
        for (int told = known.toldLayers(); told < layers.size(); told++) {
            // Else a new line would be told of a layer that has none.
            history.addObject().put("created_by", "");
        }
        Instant created = known.created();
        return new StageState(layers, document, false, created == null ? Instant.EPOCH : created);
    }

    /** A layer of the store with what is known of it. */
    static StackLayer layer(StoredLayer stored, Limits limits, Progress progress)
            throws IOException {
        return layer(stored, stored.scan(limits, progress));
    }

    /** A layer that was written just now. */
    static StackLayer layer(Making.Written written) {
        return layer(written.stored(), written.scanned());
    }

    private static StackLayer layer(StoredLayer stored, ScannedLayer scanned) {
        return new StackLayer(
                scanned.blob(),
                scanned.diffId(),
                scanned.index().sound(),
                stored,
                scanned.index().contentSize(),
                scanned.index().tarSize());
    }

    /** A layer that was made before. */
    static StackLayer layer(Scope scope, Making.Made made) throws IOException {
        StoredLayer stored = scope.making().layer(made.blob(), made.diffId());
        return layer(stored, scope.home().limits(), scope.progress());
    }

    /** The triggers for builds on top of an image (ONBUILD), which it has no more then. */
    static List<String> takeTriggers(ObjectNode config) {
        List<String> triggers = new ArrayList<>();
        config.path("OnBuild").forEach(one -> triggers.add(one.asText()));
        config.remove("OnBuild");
        return triggers;
    }
}
