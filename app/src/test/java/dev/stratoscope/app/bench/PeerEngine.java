package dev.stratoscope.app.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another engine of containers, which keeps all it has in a folder of its own and knows nothing of
 * what the machine's own one keeps.
 */
final class PeerEngine implements AutoCloseable {
    /** How many containers of it there are at a time: one. */
    private static final String CHANGED = "changed";

    private static final long MOST_SECONDS = 60;
    private static final long PAUSE_MILLIS = 100;

    private final String name;
    private final List<String> line;
    private final List<Path> mounts;
    private final @Nullable Process daemon;

    private PeerEngine(
            String name, List<String> line, List<Path> mounts, @Nullable Process daemon) {
        this.name = name;
        this.line = line;
        this.mounts = mounts;
        this.daemon = daemon;
    }

    /**
     * Podman, with runc as its runtime.
     *
     * @param parent a folder that it makes its own in
     * @throws IOException when it is not installed
     */
    static PeerEngine podman(Path parent) throws IOException {
        return ofContainers("podman", parent);
    }

    /**
     * Buildah, with runc as its runtime.
     *
     * @param parent a folder that it makes its own in
     * @throws IOException when it is not installed
     */
    static PeerEngine buildah(Path parent) throws IOException {
        return ofContainers("buildah", parent);
    }

    private static PeerEngine ofContainers(String program, Path parent) throws IOException {
        require(program);
        Path folder = Files.createDirectories(parent.resolve(program));
        Path config = folder.resolve("containers.conf");
        Files.writeString(
                config,
                """
                [containers]
                default_ulimits=["nofile=20000:20000","nproc=32768:32768"]
                [engine]
                cgroup_manager="cgroupfs"
                events_logger="none"
                """);
        Path root = folder.resolve("root");
        List<String> line = new ArrayList<>(List.of("env", "CONTAINERS_CONF=" + config, program));
        line.addAll(List.of("--root", root.toString()));
        line.addAll(List.of("--runroot", folder.resolve("run").toString()));
        line.addAll(List.of("--storage-driver", "overlay"));
        if (program.equals("podman")) {
            line.addAll(List.of("--runtime", "runc"));
        }
        return new PeerEngine(program, line, List.of(root.resolve("overlay")), null);
    }

    /**
     * Docker, with a daemon that ends when this is closed.
     *
     * @param parent a folder that it makes its own in
     * @throws IOException when it is not installed or its daemon does not answer
     */
    static PeerEngine docker(Path parent) throws IOException, InterruptedException {
        require("docker");
        require("dockerd");
        Path folder = Files.createDirectories(parent.resolve("docker"));
        String host = "unix://" + folder.resolve("socket");
        List<String> start = new ArrayList<>(List.of("dockerd", "--host", host));
        start.addAll(List.of("--data-root", folder.resolve("data").toString()));
        start.addAll(List.of("--exec-root", folder.resolve("run").toString()));
        start.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
        start.addAll(List.of("--iptables=false", "--ip6tables=false", "--bridge=none"));
        if (Bundles.has("setpriv")) {
            // So that it ends also when this process is killed.
            start.addAll(0, List.of("setpriv", "--pdeathsig", "TERM"));
        }
        Process daemon =
                new ProcessBuilder(start)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        PeerEngine engine =
                new PeerEngine("docker", List.of("docker", "--host", host), List.of(), daemon);
        try {
            engine.await();
        } catch (IOException | InterruptedException e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    private static void require(String program) throws IOException {
        if (!Bundles.has(program)) {
            throw new IOException(program + " is not installed");
        }
    }

    private void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (true) {
            try {
                run("info");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > until || (daemon != null && !daemon.isAlive())) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    String name() {
        return name;
    }

    /** Takes an image whatever command it has for that. */
    void take(Path image) throws IOException, InterruptedException {
        if (name.equals("buildah")) {
            run("pull", "docker-archive:" + image);
        } else {
            load(image);
        }
    }

    /** The words that its own ones come after. */
    List<String> line() {
        return line;
    }

    void load(Path image) throws IOException, InterruptedException {
        run("load", "-i", image.toString());
    }

    /** Runs {@code true} to its end in a container that is then gone. */
    void runTrue(String image) throws IOException, InterruptedException {
        run("run", "--rm", "--network", "none", image, "true");
    }

    /** A container, ended, that made so many files more than its image has. */
    void change(String image, int files) throws IOException, InterruptedException {
        String making =
                "mkdir -p /srv/made; i=0; while [ $i -lt $0 ]; do echo file $i > /srv/made/file-$i;"
                        + " i=$((i+1)); done";
        String count = Integer.toString(files);
        String[] setting = {"run", "--name", CHANGED, "--network", "none", "--entrypoint", "sh"};
        List<String> args = new ArrayList<>(List.of(setting));
        args.addAll(List.of(image, "-c", making, count));
        run(args.toArray(String[]::new));
    }

    /** Lists what that container has changed. */
    void diff() throws IOException, InterruptedException {
        run("diff", CHANGED);
    }

    /** Makes an image of that container. */
    void commit() throws IOException, InterruptedException {
        run("commit", CHANGED, "bench/committed:1");
    }

    private void run(String... args) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(line);
        words.addAll(List.of(args));
        Turns.command(words);
    }

    /** Ends its daemon and what it has mounted; its folder stays. */
    @Override
    public void close() throws IOException {
        try {
            if (daemon != null) {
                daemon.destroy();
                if (!daemon.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly();
                }
            }
            for (Path mount : mounts) {
                String ending = "while mountpoint -q \"$0\"; do umount \"$0\" || exit; done";
                Turns.command(List.of("sh", "-c", ending, mount.toString()));
            }
        } catch (InterruptedException e) {
            if (daemon != null) {
                daemon.destroyForcibly();
            }
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + " was not waited for");
        }
    }
}
