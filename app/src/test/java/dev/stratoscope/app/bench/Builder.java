package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which another program builds images.
 *
 * @param name what the table calls it
 * @param line the words before those of a build
 * @param options of each build
 * @param forgetting a command after which it knows nothing of earlier builds; empty where each
 *     build can be told not to look
 * @param base what it calls the base image
 */
record Builder(
        String name,
        List<String> line,
        List<String> options,
        List<String> forgetting,
        String base) {
    private static final String TAG = "bench/built:1";

    /** Docker, with BuildKit and without. */
    static List<Builder> docker(PeerEngine engine, String base) {
        List<Builder> both = new ArrayList<>();
        for (String kit : List.of("1", "0")) {
            // The distribution's own client builds with BuildKit without a program beside it.
            List<String> line = new ArrayList<>(List.of("env", "DOCKER_BUILDKIT=" + kit));
            line.addAll(engine.line());
            if (Bundles.has("docker")) {
                line.set(line.indexOf("docker"), "/usr/bin/docker");
            }
            List<String> forget = new ArrayList<>(line);
            forget.addAll(List.of("builder", "prune", "--all", "--force"));
            boolean modern = kit.equals("1");
            both.add(
                    new Builder(
                            modern ? "docker BuildKit" : "docker classic",
                            line,
                            List.of("--quiet"),
                            modern ? forget : List.of(),
                            base));
        }
        return both;
    }

    /** Buildah or podman. */
    static Builder containers(PeerEngine engine, String base) {
        List<String> options = new ArrayList<>(List.of("--quiet", "--layers", "--pull-never"));
        if (engine.name().equals("buildah")) {
            options.addAll(List.of("--runtime", "runc"));
        }
        return new Builder(
                engine.name() + " build", engine.line(), options, List.of(), "localhost/" + base);
    }

    /** Makes it know nothing of earlier builds. */
    void forget() throws IOException, InterruptedException {
        if (!forgetting.isEmpty()) {
            Turns.command(forgetting);
        }
    }

    /** Builds, with what it kept of earlier builds or without. */
    void build(Path file, Path context, boolean cached) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(line);
        words.add("build");
        words.addAll(options);
        words.addAll(List.of("--network", "none", "--build-arg", "BASE=" + base, "-t", TAG));
        if (!cached) {
            words.add("--no-cache");
        }
        words.addAll(List.of("-f", file.toString(), context.toString()));
        Turns.command(words);
    }
}
