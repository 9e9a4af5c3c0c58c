package dev.stratoscope.app.container;

import dev.stratoscope.model.runtime.PublishedPort;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Published ports as a person reads them and as a browser opens them. */
final class PortLinks {
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "127.0.0.1", "::1");

    private PortLinks() {}

    /** Where it is reached: {@code localhost:8080 → 80}. */
    static String words(PublishedPort port) {
        return host(port) + ":" + port.hostPort() + " → " + port.containerPort();
    }

    /** The same where there is little room: {@code 8080 → 80}. */
    static String brief(PublishedPort port) {
        return port.hostPort() + " → " + port.containerPort();
    }

    /** What a browser opens; most ports that answer a browser do so without encryption. */
    static URI address(PublishedPort port) {
        String scheme = port.containerPort() == 443 ? "https" : "http";
        return URI.create(scheme + "://" + host(port) + ":" + port.hostPort() + "/");
    }

    /**
     * Asks the desktop's browser; not on the JavaFX thread.
     *
     * @throws IOException when there is none
     */
    static void browse(URI address) throws IOException {
        if (!Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            throw new IOException("No browser is here. Its address is " + address);
        }
        Desktop.getDesktop().browse(address);
    }

    private static String host(PublishedPort port) {
        if (EVERYWHERE.contains(port.address())) {
            return "localhost";
        }
        return port.address().contains(":") ? "[" + port.address() + "]" : port.address();
    }
}
