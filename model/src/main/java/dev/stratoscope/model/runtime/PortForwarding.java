package dev.stratoscope.model.runtime;

import dev.stratoscope.model.task.Aside;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that forwards a container's published ports. It is started before the container, says
 * at its standard output how it listens, outlives who started it, and ends with the container's
 * first process.
 */
public final class PortForwarding {
    /** What it says when it listens everywhere, before the numbers of the ports. */
    static final String READY = "ready";

    /** What it says when it cannot listen, before the place of the port and the reason. */
    static final String TAKEN = "taken";

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 10;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private PortForwarding() {}

    /**
     * Forwards until the container ends.
     *
     * @param args the container's id and folder, then for each port the address, its number and the
     *     container's
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        RunFolder folder = RunFolder.of(args[0], Path.of(args[1]));
        List<ServerSocketChannel> listening = new ArrayList<>();
        StringBuilder ready = new StringBuilder(READY);
        for (int i = 2; i < args.length; i += 3) {
            try {
                ServerSocketChannel server = ServerSocketChannel.open();
                server.bind(
                        new InetSocketAddress(
                                InetAddress.getByName(args[i]), Integer.parseInt(args[i + 1])));
                listening.add(server);
                ready.append(' ').append(server.socket().getLocalPort());
            } catch (IOException e) {
                System.out.println(TAKEN + " " + (i - 2) / 3 + " " + e.getMessage());
                System.exit(1);
            }
        }
        System.out.println(ready);
        System.out.close();
        FirstProcess process = process(folder);
        if (process != null) {
            forward(process, listening, args);
        }
        System.exit(0);
    }

    private static @Nullable FirstProcess process(RunFolder folder)
            throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            FirstProcess process = FirstProcess.read(folder);
            if (process != null) {
                return process;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return null;
    }

    private static void forward(
            FirstProcess process, List<ServerSocketChannel> listening, String[] args)
            throws IOException {
        int descriptor = Kernel.openProcess(process.pid());
        if (descriptor < 0 || !process.isAlive()) {
            return;
        }
        ContainerNetwork network = ContainerNetwork.enter(process.pid());
        List<Tunnel> tunnels = new ArrayList<>();
        for (int i = 0; i < listening.size(); i++) {
            Tunnel tunnel = new Tunnel(network, Integer.parseInt(args[3 * i + 4]));
            tunnels.add(tunnel);
            ServerSocketChannel server = listening.get(i);
            Aside.start("listener", () -> tunnel.serve(server));
        }
        boolean ended = false;
        while (!ended) {
            ended = Kernel.poll(-1, descriptor)[0];
        }
        for (ServerSocketChannel server : listening) {
            server.close();
        }
        // What a server said last may still be on its way.
        Waiting.until(() -> tunnels.stream().noneMatch(Tunnel::isAnswering), LAST_WORDS);
    }
}
