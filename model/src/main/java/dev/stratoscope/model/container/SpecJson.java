package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.ResourceLimits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What was asked of a container, as a document. */
final class SpecJson {
    private SpecJson() {}

    static ObjectNode write(RunSpec spec) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("image", spec.image());
        json.put("name", spec.name());
        List<String> entrypoint = spec.entrypoint();
        if (entrypoint != null) {
            put(json, "entrypoint", entrypoint);
        }
        put(json, "command", spec.command());
        put(json, "env", spec.env());
        json.put("user", spec.user());
        json.put("workdir", spec.workdir());
        var binds = json.putArray("binds");
        for (BindMount bind : spec.binds()) {
            binds.addObject()
                    .put("source", bind.source())
                    .put("target", bind.target())
                    .put("readOnly", bind.readOnly());
        }
        put(json, "tmpfs", spec.tmpfs());
        json.put("network", spec.network().name());
        var ports = json.putArray("ports");
        for (PublishedPort port : spec.ports()) {
            ports.addObject()
                    .put("address", port.address())
                    .put("hostPort", port.hostPort())
                    .put("containerPort", port.containerPort());
        }
        json.putObject("limits")
                .put("memory", spec.limits().memory())
                .put("cpus", spec.limits().cpus())
                .put("pids", spec.limits().pids());
        json.put("hostname", spec.hostname());
        json.put("readOnly", spec.readOnly());
        json.put("tty", spec.tty());
        json.put("interactive", spec.interactive());
        json.put("stopSignal", spec.stopSignal());
        json.put("removeAtExit", spec.removeAtExit());
        ObjectNode labels = json.putObject("labels");
        spec.labels().forEach(labels::put);
        return json;
    }

    /**
     * Reads what {@link #write} wrote; what is missing is as if it had not been asked for.
     *
     * @throws IllegalArgumentException when a value is none that was written
     */
    static RunSpec read(JsonNode json) {
        RunSpecBuilder spec =
                new RunSpecBuilder(json.path("image").asText(""))
                        .name(text(json, "name"))
                        .entrypoint(json.has("entrypoint") ? texts(json, "entrypoint") : null)
                        .command(texts(json, "command"))
                        .user(text(json, "user"))
                        .workdir(text(json, "workdir"))
                        .network(NetworkMode.valueOf(json.path("network").asText("OWN")))
                        .hostname(text(json, "hostname"))
                        .readOnly(json.path("readOnly").asBoolean())
                        .tty(json.path("tty").asBoolean())
                        .interactive(json.path("interactive").asBoolean())
                        .stopSignal(text(json, "stopSignal"))
                        .removeAtExit(json.path("removeAtExit").asBoolean());
        texts(json, "env").forEach(spec::env);
        texts(json, "tmpfs").forEach(spec::tmpfs);
        for (JsonNode bind : json.path("binds")) {
            spec.bind(
                    new BindMount(
                            bind.path("source").asText(),
                            bind.path("target").asText(),
                            bind.path("readOnly").asBoolean()));
        }
        for (JsonNode port : json.path("ports")) {
            spec.port(
                    new PublishedPort(
                            port.path("address").asText(),
                            port.path("hostPort").asInt(),
                            port.path("containerPort").asInt()));
        }
        JsonNode limits = json.path("limits");
        spec.limits(
                new ResourceLimits(
                        limits.path("memory").asLong(),
                        limits.path("cpus").asDouble(),
                        limits.path("pids").asLong()));
        json.path("labels")
                .properties()
                .forEach(label -> spec.label(label.getKey(), label.getValue().asText()));
        return spec.build();
    }

    static void put(ObjectNode json, String field, List<String> values) {
        var list = json.putArray(field);
        values.forEach(list::add);
    }

    static List<String> texts(JsonNode json, String field) {
        List<String> found = new ArrayList<>();
        json.path(field).forEach(one -> found.add(one.asText()));
        return found;
    }

    static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
