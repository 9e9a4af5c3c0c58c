package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** BuildKit's own daemon with all it keeps below one folder. */
final class Buildkitd implements BuildPeer {
    private static final int LOOKS = 150;
    private static final long LOOK_MILLIS = 100;

    private final Process daemon;
    private final Peers peers;
    private final String socket;
    private final List<String> bases = new ArrayList<>();

    private Buildkitd(Process daemon, Peers peers, String socket) {
        this.daemon = daemon;
        this.peers = peers;
        this.socket = socket;
    }

    /** Starts it; where that cannot be, the test is skipped. */
    static Buildkitd start(Path folder) throws IOException, InterruptedException {
        Peers.need("buildkitd", "buildctl");
        Peers peers = new Peers(Files.createDirectories(folder));
        String socket = "unix://" + folder.resolve("s");
        Path log = folder.resolve("log");
        Process daemon =
                new ProcessBuilder(
                                "buildkitd",
                                "--root=" + folder.resolve("data"),
                                "--addr=" + socket,
                                "--containerd-worker=false",
                                "--oci-worker-net=host")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Buildkitd buildkit = new Buildkitd(daemon, peers, socket);
        for (int i = 0; i < LOOKS && daemon.isAlive(); i++) {
            if (buildkit.answers()) {
                return buildkit;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        buildkit.close();
        List<String> said = Files.readAllLines(log);
        return abort("buildkitd cannot run here: " + (said.isEmpty() ? "" : said.getLast()));
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            peers.run("buildctl", "--addr", socket, "debug", "workers");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    @Override
    public void base(Path layout, String name) throws IOException {
        String digest =
                new JsonMapper()
                        .readTree(layout.resolve("index.json").toFile())
                        .at("/manifests/0/digest")
                        .asText();
        bases.add("--oci-layout=base=" + layout);
        bases.add("--opt=context:" + name + "=oci-layout://base@" + digest);
    }

    @Override
    public void build(Path dockerfile, Path context, Path image)
            throws IOException, InterruptedException {
        run(dockerfile, context, "--output=type=oci,dest=" + image);
    }

    @Override
    public void read(Path dockerfile, Path context, String stage)
            throws IOException, InterruptedException {
        run(dockerfile, context, "--opt=target=" + stage);
    }

    private void run(Path dockerfile, Path context, String last)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("buildctl", "--addr", socket, "build", "--progress=plain"));
        words.add("--frontend=dockerfile.v0");
        words.add("--local=context=" + context);
        words.add("--local=dockerfile=" + dockerfile.getParent());
        words.add("--opt=filename=" + dockerfile.getFileName());
        words.addAll(bases);
        words.add(last);
        peers.run(words.toArray(String[]::new));
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
