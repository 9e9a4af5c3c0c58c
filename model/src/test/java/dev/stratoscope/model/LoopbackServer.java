package dev.stratoscope.model;

import dev.stratoscope.model.tree.ByteString;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that only this machine reaches. */
final class LoopbackServer implements Closeable {
    private final ServerSocket socket;
    private final Pages pages;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    LoopbackServer(Pages pages) throws IOException {
        this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.pages = pages;
        Thread.ofVirtual().start(this::serve);
    }

    /** What it has. */
    interface Pages {
        Page page(String path) throws IOException;
    }

    /**
     * An answer.
     *
     * @param header one line more; empty for none
     */
    record Page(int status, String header, ByteString body) {}

    /** The paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                answer(one);
            } catch (IOException e) {
                // Somebody gave up, or this is closed.
            }
        }
    }

    private void answer(Socket one) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
        String path = in.readLine().split(" ", -1)[1];
        for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
        asked.add(path);
        Page page = pages.page(path);
        String header = page.header().isEmpty() ? "" : page.header() + "\r\n";
        String head =
                "HTTP/1.1 %d X\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(page.status(), header, page.body().length());
        OutputStream out = one.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(page.body().toByteArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
