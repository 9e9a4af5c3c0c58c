package dev.stratoscope.model.runtime;

import dev.stratoscope.model.snapshot.OverlaySnapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A container on a layer that has busybox and little else, to be described step by step. */
final class TestLaunch {
    static final Path BUSYBOX = Path.of("/bin/busybox");

    private static final String COMMANDS =
            "cat grep head hostname id ip kill ls mkdir nc pwd sh sleep stty touch true tty yes";
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Path home;
    private final List<String> args;

    /** Unlike those of another program that runs the same tests. */
    private final String id =
            String.format("%032x%032x", ProcessHandle.current().pid(), MADE.incrementAndGet());

    String cwd = "/";
    Identity user = Identity.ROOT;
    List<String> env = List.of("PATH=/bin");
    List<BindMount> binds = List.of();
    List<String> tmpfs = List.of();
    boolean readOnly;
    NetworkMode network = NetworkMode.OWN;
    List<PublishedPort> ports = List.of();
    ResourceLimits limits = ResourceLimits.NONE;
    boolean tty;

    TestLaunch(Path home, String... args) {
        this.home = home;
        this.args = List.of(args);
    }

    /** The same container, described below the same folder. */
    LaunchSpec spec() throws IOException {
        Path layers = layers(home);
        Path folder = Files.createDirectories(home.resolve(id));
        for (String name : List.of("upper", "work", "merged")) {
            Files.createDirectories(folder.resolve(name));
        }
        return new LaunchSpec(
                id,
                folder,
                new OverlaySnapshot(id, folder, layers, List.of("base")),
                args,
                env,
                cwd,
                user,
                "host-of-test",
                binds,
                tmpfs,
                readOnly,
                network,
                ports,
                limits,
                tty,
                false);
    }

    private static Path layers(Path home) throws IOException {
        Path layers = home.resolve("layers");
        Path root = layers.resolve("base/fs");
        if (!Files.exists(root)) {
            Path bin = Files.createDirectories(root.resolve("bin"));
            Files.copy(BUSYBOX, bin.resolve("busybox"));
            bin.resolve("busybox").toFile().setExecutable(true, false);
            for (String name : COMMANDS.split(" ", -1)) {
                Files.createSymbolicLink(bin.resolve(name), Path.of("busybox"));
            }
            Path etc = Files.createDirectories(root.resolve("etc"));
            Files.writeString(etc.resolve("passwd"), "root:x:0:0::/root:/bin/sh\n");
        }
        return layers;
    }
}
