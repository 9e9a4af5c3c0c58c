package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.dockerfile.Reconstruction.Line;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the Dockerfile of one config, bottom step first. Used once. */
final class Writing {
    private static final List<String> UNIX = List.of("/bin/sh", "-c");
    private static final List<String> WINDOWS = List.of("cmd", "/S", "/C");
    private static final String BASE = "org.opencontainers.image.base.name";
    private static final String BASE_DIGEST = "org.opencontainers.image.base.digest";
    private static final Set<String> MAKES_FILES = Set.of("RUN", "COPY", "ADD", "WORKDIR");

    private final ImageConfig config;
    private final Script script = new Script();
    private final Told told;
    private final Instructions instructions;
    private final RunConfig run;

    Writing(ImageConfig config) {
        this.config = config;
        run = new RunConfig(Inspect.runConfig(config));
        told = new Told(config.platform().os().equals("windows") ? WINDOWS : UNIX);
        instructions = new Instructions(script, told, run);
    }

    List<Line> lines() {
        head();
        List<History> history = config.history();
        int layers = config.diffIds().size();
        int layer = 0;
        for (int step = 0; step < history.size(); step++) {
            boolean none = history.get(step).emptyLayer() || layer == layers;
            write(step, history.get(step), none ? -1 : layer++);
        }
        for (int step = history.size(); layer < layers; step++, layer++) {
            script.step(step);
            script.blank();
            layer(layer, "History does not tell what made this layer");
        }
        script.step(-1);
        new Missing(script, told, run).write();
        return script.lines();
    }

    private void head() {
        script.comment("Reconstructed from the history and the run configuration of image");
        script.comment(config.id().toString());
        script.comment("An image does not keep the sources of COPY and ADD, stages, mounts and");
        script.comment("secrets: names such as file-0123456789ab stand for what is not known.");
        Map<String, String> labels = run.labels();
        String base = labels.get(BASE);
        if (base != null && !base.isBlank()) {
            String digest = labels.getOrDefault(BASE_DIGEST, "");
            script.comment("base: " + base + (digest.isEmpty() ? "" : "@" + digest));
        }
        script.instruction("FROM scratch");
    }

    private void write(int index, History step, int layer) {
        script.step(index);
        Recorded recorded = Recorded.of(step, told.shell());
        if (layer >= 0) {
            script.blank();
        }
        comment(step.comment());
        boolean isKnown = !recorded.keyword().isEmpty() && !recorded.text().isBlank();
        if (!isKnown || recorded.keyword().equals("FROM")) {
            unknown(recorded, layer);
            return;
        }
        if (layer >= 0 && !MAKES_FILES.contains(recorded.keyword())) {
            script.comment("L" + layer + " holds files that this instruction does not make.");
        }
        instructions.write(recorded, index, layer);
    }

    /** Builders' own marks say nothing about the step. */
    private void comment(String words) {
        if (!words.isBlank() && !words.startsWith("buildkit.")) {
            for (String line : words.strip().lines().toList()) {
                script.comment(line);
            }
        }
    }

    private void unknown(Recorded recorded, int layer) {
        String words = recorded.keyword() + " " + recorded.text();
        for (String line : words.strip().lines().toList()) {
            script.comment(line);
        }
        if (layer >= 0) {
            layer(layer, "No instruction is known that made this layer");
        }
    }

    private void layer(int layer, String why) {
        script.comment(why + "; L" + layer + ".tar stands for its files.");
        script.instruction("ADD L" + layer + ".tar /");
    }
}
