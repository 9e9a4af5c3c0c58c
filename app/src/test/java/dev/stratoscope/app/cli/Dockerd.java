package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Docker's daemon with all it keeps below one folder, without a network. */
final class Dockerd implements BuildPeer {
    private static final String BUILT = "built:1";
    private static final int LOOKS = 150;
    private static final long LOOK_MILLIS = 100;

    private final Process daemon;
    private final Peers peers;
    private final String socket;
    private String builder = "docker";

    private Dockerd(Process daemon, Peers peers, String socket) {
        this.daemon = daemon;
        this.peers = peers;
        this.socket = socket;
    }

    /** Starts it; where that cannot be, the test is skipped. */
    static Dockerd start(Path folder) throws IOException, InterruptedException {
        Peers.need("dockerd", "docker");
        Path log = folder.resolve("log");
        Peers peers = new Peers(Files.createDirectories(folder));
        String socket = "unix://" + folder.resolve("s");
        Process daemon =
                new ProcessBuilder(
                                "dockerd",
                                "--data-root=" + folder.resolve("data"),
                                "--exec-root=" + folder.resolve("exec"),
                                "--pidfile=" + folder.resolve("pid"),
                                "--host=" + socket,
                                "--iptables=false",
                                "--ip6tables=false",
                                "--bridge=none")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Dockerd docker = new Dockerd(daemon, peers, socket);
        for (int i = 0; i < LOOKS && daemon.isAlive(); i++) {
            if (docker.answers()) {
                return docker;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        docker.close();
        List<String> said = Files.readAllLines(log);
        return abort("dockerd cannot run here: " + (said.isEmpty() ? "" : said.getLast()));
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            run("version");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /**
     * Builds with BuildKit; where no client can, the test is skipped.
     *
     * @param tag the image's name
     * @param more other flags
     */
    void build(String tag, Path dockerfile, Path context, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("build", "--progress=plain", "-t", tag));
        words.addAll(List.of("-f", dockerfile.toString()));
        words.addAll(List.of(more));
        words.add(context.toString());
        for (String client : List.of(builder, "/usr/bin/docker")) {
            try {
                peers.run(
                        Stream.concat(
                                        Stream.of("env", "DOCKER_BUILDKIT=1", client, "-H", socket),
                                        words.stream())
                                .toArray(String[]::new));
                return;
            } catch (AssertionError e) {
                if (!(e.getMessage() + "").contains("buildx component")) {
                    throw e;
                }
                builder = "/usr/bin/docker";
            }
        }
        abort("no docker client here builds with BuildKit");
    }

    @Override
    public void build(Path dockerfile, Path context, Path image)
            throws IOException, InterruptedException {
        build(BUILT, dockerfile, context, "--network=host");
        run("save", "-o", image.toString(), BUILT);
    }

    @Override
    public void read(Path dockerfile, Path context, String stage)
            throws IOException, InterruptedException {
        build(BUILT, dockerfile, context, "--target", stage);
    }

    @Override
    public void base(Path layout, String name) throws IOException, InterruptedException {
        Path archive = layout.resolveSibling("docker-save.tar");
        String loaded = run("load", "-q", "-i", archive.toString()).strip();
        run("tag", loaded.substring(loaded.indexOf(": ") + 2), name);
    }

    /** Runs docker; returns what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        return peers.run(
                Stream.concat(Stream.of("docker", "-H", socket), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        try {
            if (!daemon.waitFor(20, TimeUnit.SECONDS)) {
                daemon.descendants().forEach(ProcessHandle::destroyForcibly);
                daemon.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
