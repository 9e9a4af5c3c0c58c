package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.Run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The document of a container, with docker's names for what docker has names for. */
final class Inspection {
    private static final double NANOS = 1e9;

    private Inspection() {}

    static ObjectNode of(ContainerRecord record, ContainerState state, Run run) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Id", record.id());
        json.put("Created", record.created().toString());
        List<String> command = record.config().command();
        json.put("Path", command.isEmpty() ? "" : command.getFirst());
        SpecJson.put(json, "Args", command.subList(Math.min(1, command.size()), command.size()));
        json.set("State", state(state));
        json.put("Image", record.imageId().toString());
        json.put("Name", "/" + record.name());
        json.put("Runtime", run.runBy());
        json.set("HostConfig", host(record.spec()));
        ObjectNode config = record.config().json().deepCopy();
        config.put("Image", record.imageName());
        config.put("Tty", record.spec().tty());
        config.put("OpenStdin", record.spec().interactive());
        String hostname = record.spec().hostname();
        config.put(
                "Hostname", hostname == null ? record.id().substring(0, Records.SHORT) : hostname);
        json.set("Config", config);
        ObjectNode ports = json.putObject("NetworkSettings").putObject("Ports");
        run.ports()
                .forEach(
                        port ->
                                ports.withArray(port.containerPort() + "/tcp")
                                        .addObject()
                                        .put("HostIp", port.address())
                                        .put("HostPort", String.valueOf(port.hostPort())));
        JsonNode told = run.config();
        if (told != null) {
            json.set("RuntimeConfig", told);
        }
        return json;
    }

    private static ObjectNode state(ContainerState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Status", state.status().name().toLowerCase(Locale.ROOT));
        json.put("Running", state.isLive());
        json.put("Paused", state.status() == ContainerState.Status.PAUSED);
        json.put("Pid", state.pid());
        json.put("ExitCode", Math.max(0, state.exitCode()));
        json.put("StartedAt", text(state.startedAt()));
        json.put("FinishedAt", text(state.finishedAt()));
        return json;
    }

    /** Docker has the year 1 where nothing happened yet. */
    private static String text(@org.jspecify.annotations.Nullable Instant at) {
        return at == null ? "0001-01-01T00:00:00Z" : at.toString();
    }

    private static ObjectNode host(RunSpec spec) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        SpecJson.put(
                json,
                "Binds",
                spec.binds().stream()
                        .map(
                                bind ->
                                        bind.source()
                                                + ":"
                                                + bind.target()
                                                + (bind.readOnly() ? ":ro" : ""))
                        .toList());
        ObjectNode tmpfs = json.putObject("Tmpfs");
        spec.tmpfs().forEach(path -> tmpfs.put(path, ""));
        json.put("NetworkMode", spec.network().name().toLowerCase(Locale.ROOT));
        ObjectNode ports = json.putObject("PortBindings");
        for (PublishedPort port : spec.ports()) {
            ports.withArray(port.containerPort() + "/tcp")
                    .addObject()
                    .put("HostIp", port.address())
                    .put("HostPort", port.hostPort() == 0 ? "" : port.hostPort() + "");
        }
        json.put("AutoRemove", spec.removeAtExit());
        json.put("ReadonlyRootfs", spec.readOnly());
        json.put("Memory", spec.limits().memory());
        json.put("NanoCpus", Math.round(spec.limits().cpus() * NANOS));
        json.put("PidsLimit", spec.limits().pids());
        return json;
    }
}
