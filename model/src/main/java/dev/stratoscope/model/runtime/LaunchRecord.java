package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How a run was started, kept so that any program can go on with it.
 *
 * @param supervisor {@code conmon}, {@code sh}, or {@code attached}
 */
record LaunchRecord(Fit fit, String supervisor) {
    static final String CONMON = "conmon";
    static final String SHELL = "sh";
    static final String ATTACHED = "attached";

    /** How that is called: {@code crun 1.8.1, conmon}. */
    String runBy() {
        Launcher launcher = fit.launcher();
        return (launcher.name() + " " + launcher.version()).strip() + ", " + supervisor;
    }

    void write(Path file) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.setAll(node(fit));
        Json.write(file, node.put("supervisor", supervisor));
    }

    /** What was written; null when nothing was. */
    static @Nullable LaunchRecord read(Path file) throws IOException {
        JsonNode node = Json.read(file);
        return node == null ? null : new LaunchRecord(fit(node), node.path("supervisor").asText());
    }

    static ObjectNode node(Fit fit) {
        Launcher launcher = fit.launcher();
        return JsonNodeFactory.instance
                .objectNode()
                .put("launcher", launcher.name())
                .put("program", launcher.program())
                .put("version", launcher.version())
                .put("unfit", launcher.unfit())
                .put("hidesUnified", fit.hidesUnified())
                .put("cgroups", fit.cgroups());
    }

    static Fit fit(JsonNode node) {
        return new Fit(
                new Launcher(
                        node.path("launcher").asText(),
                        node.path("program").asText(),
                        node.path("version").asText(),
                        node.path("unfit").isTextual() ? node.path("unfit").asText() : null),
                node.path("hidesUnified").asBoolean(),
                node.path("cgroups").asBoolean());
    }
}
