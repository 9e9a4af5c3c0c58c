package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * skopeo and podman with everything they keep below one folder, so that they neither see nor change
 * what a machine has.
 */
final class Peers {
    private final Path folder;

    Peers(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(
                folder.resolve("policy.json"),
                "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
        Files.writeString(
                folder.resolve("storage.conf"),
                "[storage]\ndriver = \"vfs\"\ngraphroot = \"%1$s/store\"\nrunroot = \"%1$s/run\"\n"
                        .formatted(folder));
        Files.writeString(
                folder.resolve("containers.conf"),
                """
                [engine]
                cgroup_manager = "cgroupfs"
                events_logger = "none"
                tmp_dir = "%1$s/tmp"
                static_dir = "%1$s/libpod"
                """
                        .formatted(folder));
    }

    /** Skips the test, by name, where one of the programs is missing. */
    static void need(String... programs) {
        for (String program : programs) {
            boolean there =
                    Stream.of((System.getenv("PATH") + "").split(File.pathSeparator, -1))
                            .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
            assumeTrue(there, "needs " + program);
        }
    }

    /** Copies an image; both are named as skopeo names them. */
    void skopeoCopy(String from, String to) throws IOException, InterruptedException {
        run("skopeo", "--policy", folder.resolve("policy.json").toString(), "copy", "-q", from, to);
    }

    /** The config that skopeo sees. */
    JsonNode skopeoConfig(String image) throws IOException, InterruptedException {
        return new JsonMapper().readTree(run("skopeo", "inspect", "--raw", "--config", image));
    }

    /** What skopeo says of an image. */
    JsonNode skopeoInspect(String image) throws IOException, InterruptedException {
        return new JsonMapper().readTree(run("skopeo", "inspect", image));
    }

    /** Runs podman; returns what it printed. */
    String podman(String... arguments) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("podman"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Runs a program to its end; returns what it printed. */
    String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("CONTAINERS_STORAGE_CONF", folder.resolve("storage.conf") + "");
        builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf") + "");
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(List.of(command) + " failed: " + Files.readString(err));
        }
        return Files.readString(out);
    }
}
