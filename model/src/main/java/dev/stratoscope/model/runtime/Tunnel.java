package dev.stratoscope.model.runtime;

import dev.stratoscope.model.task.Aside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Joins connections from outside with connections to one port of a container. When one side says
 * that it will write no more, the other is told so and may still answer.
 */
final class Tunnel {
    private static final int MOST_CONNECTIONS = 500;
    private static final int BUFFER = 1 << 14;

    private final ContainerNetwork network;
    private final int port;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final AtomicInteger answering = new AtomicInteger();

    Tunnel(ContainerNetwork network, int port) {
        this.network = network;
        this.port = port;
    }

    /** Takes connections for ever; those above the limit wait. */
    void serve(ServerSocketChannel server) throws IOException {
        while (true) {
            free.acquireUninterruptibly();
            SocketChannel outside = server.accept();
            Aside.start("connection", () -> join(outside));
        }
    }

    /** Whether something the container said may not have been passed on yet. */
    boolean isAnswering() {
        return answering.get() > 0;
    }

    private void join(SocketChannel outside) throws IOException {
        try (outside;
                SocketChannel inside = network.connect(port)) {
            answering.incrementAndGet();
            Aside answers = Aside.start("answers", () -> answer(inside, outside));
            copy(outside, inside);
            answers.join();
        } finally {
            free.release();
        }
    }

    private void answer(SocketChannel inside, SocketChannel outside) throws IOException {
        try {
            copy(inside, outside);
        } finally {
            answering.decrementAndGet();
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // Broken on one side is broken on both.
            from.close();
            to.close();
        }
    }
}
