package dev.stratoscope.model.runtime;

import dev.stratoscope.model.task.Aside;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The network namespace of a container, as seen by one thread of this program that lives there. A
 * socket belongs to the network of the thread that opened it, whoever connects it later.
 */
final class ContainerNetwork {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private record Wish(StandardProtocolFamily family, CompletableFuture<SocketChannel> channel) {}

    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();

    private ContainerNetwork() {}

    /**
     * Sends a thread there.
     *
     * @param pid of a process of the container
     */
    static ContainerNetwork enter(long pid) throws IOException {
        ContainerNetwork network = new ContainerNetwork();
        // What sockets need of classes and of the system's features is found out in our own.
        SocketChannel.open(StandardProtocolFamily.INET).close();
        CompletableFuture<Boolean> entered = new CompletableFuture<>();
        Aside.startBlocking("container network", () -> network.live(pid, entered));
        got(entered);
        return network;
    }

    private void live(long pid, CompletableFuture<Boolean> entered) {
        try {
            Kernel.enterNetwork(ProcessFiles.folder(pid));
            entered.complete(true);
            while (true) {
                Wish wish = wishes.take();
                try {
                    wish.channel().complete(SocketChannel.open(wish.family()));
                } catch (IOException e) {
                    wish.channel().completeExceptionally(e);
                }
            }
        } catch (IOException | InterruptedException e) {
            entered.completeExceptionally(e);
        }
    }

    /** A connection to what listens at a port of the container's loopback. */
    SocketChannel connect(int port) throws IOException {
        try {
            return connect(StandardProtocolFamily.INET, LOOPBACK, port);
        } catch (IOException e) {
            try {
                return connect(StandardProtocolFamily.INET6, LOOPBACK_6, port);
            } catch (IOException again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private SocketChannel connect(StandardProtocolFamily family, byte[] address, int port)
            throws IOException {
        Wish wish = new Wish(family, new CompletableFuture<>());
        wishes.add(wish);
        SocketChannel channel = got(wish.channel());
        try {
            channel.connect(new InetSocketAddress(InetAddress.getByAddress(address), port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static <T> T got(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
